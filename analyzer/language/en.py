"""English writing conventions: where sentences end, what a heading looks like."""

from __future__ import annotations

from analyzer.language.conventions import Conventions, words

CONVENTIONS = Conventions(
    titles=words("mr mrs ms dr prof st ste messrs hon esq cf v vs viz e.g eg i.e ie attn gen gov rev capt"),
    numbered=words(
        "no nos art arts sec secs p pp ex exh fig vol ch para paras cl sched ref reg stat tel fax ca approx rs inr rm"
    ),
    closing=words(
        "etc al inc ltd co corp llc l.l.c l.p p.l.c plc llp l.l.p n.v b.v s.a s.p.a s.r.l a.g u.s u.s.a"
        " u.k e.u d.c n.a p.c c.v pty pte bros jr sr a.m p.m est seq dept ave blvd rd u.s.c c.f.r"
    ),
    openers=words(
        "the this these those a an any all each either neither no nothing in if it its such to for upon"
        " unless except notwithstanding subject where when we you our your they he she there however"
        " provided without with at on by from both every as should under during after before further"
        " furthermore accordingly nor and but licensee licensor customer provider company supplier"
        " client party parties"
    ),
    lead_words=words("and or and/or of to for by the that"),
    verbs=words(
        "is are was were be been shall will may must can has have had does do agrees agree means mean"
        " includes include should would provides warrants acknowledges represents applies remains"
        " understands"
    ),
    months=words("january february march april may june july august september october november december"),
    small_words=words("the a an of and or to for in on by with at from its as"),
    definition_titles=("definition", "defined terms", "glossary", "interpretation"),
    service_level_titles=("service level", "sla", "uptime", "availability"),
    signature=r"(?:in witness whereof|(?:signed|signatures?|executed|agreed and accepted|accepted and agreed)\b"
    r"|(?:for and on behalf of|for the) [^.;]*(?:\||$))",
)
