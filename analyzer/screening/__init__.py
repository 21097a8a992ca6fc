"""The insurer's desk: an application and the applicant's contracts in, one decision sheet out.

    questionnaire ─▶ application ─┐
    report dicts  ─▶ contracts ───┼─▶ evidence, portfolio, accumulation, covers ─▶ appetite ─▶ sheet
                                  ┘
Contracts come as the plain values of `Report.to_dict()`, fresh or from a batch store: nothing here reads a file of a contract.
"""
