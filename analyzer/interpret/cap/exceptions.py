"""What an exception to a cap names, as INTERFACE.md lists it: regular expression pieces over folded text."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from analyzer.interpret.cap.words import Expression, compiled

# Death or injury through negligence is one exception, not two: it opens the limit to no other negligence.
INJURY_BY_NEGLIGENCE = compiled(
    r"\b(death|injur(?:y|ies))( (?:caused|resulting|arising|due|occasioned))?(?: (?:by|from|to|out|of|through)){1,2}"
    r"(?: (?:its|our|their|your|the|his|that|party's|supplier's|provider's)){0,3} negligence"
)

INDEMNITY = compiled(r"\bindemni\w+|\bhold harmless")

# What an exception names -> the closed list of carve-outs.
CARVE_OUTS: Mapping[str, tuple[tuple[str, Expression], ...]] = MappingProxyType(
    {
        "fr": tuple(
            (name, compiled(text))
            for name, text in (
                ("gross_negligence",
                    r"\b(?:faute|negligence)s? (?:lourde|grave|inexcusable)|\bfautes? (?:\w+ (?:ou|et) )?lourdes?"),
                ("wilful_misconduct", r"\bdol\b|\bdolosi\w+|\bintentionnel\w*|\bdeliberee?|\bmalveillan\w+|\bfaute volontaire"),
                ("fraud", r"\bfraud\w+"),
                ("death_injury", r"\bcorporel(?:le)?s?\b|\bdeces\b|\bmort\b|\bblessures?\b"),
                ("confidentiality", r"\bconfidenti\w+"),
                ("data_protection", r"\bdonnees (?:personnelles|a caractere personnel)|\brgpd\b|\bprotection des donnees"),
                ("data_loss",
                    r"\b(?:perte|alteration|destruction|deterioration)s? (?:ou \w+ )?(?:de |des |de la )?(?:donnees"
                    r"|fichiers)"),
                ("ip_infringement", r"\bcontrefa\w+|\bpropriete intellectuelle|\beviction"),
                ("indemnity", r"\bgarantir et relever|\brelever et garantir|\bindemne|\bobligations? d'indemnis"),
                ("payment",
                    r"\bobligations? de (?:paiement|payer)"
                    r"|\b(?:paiement|reglement) (?:des|du|de (?:ses|vos|nos|leurs|la|sa)) "
                    r"(?:sommes|factures?|redevances?|prix|abonnements?)"
                    r"|\bdefaut de paiement"),
                ("essential_obligation", r"\bobligations? essentielles?"),
                ("breach_of_law",
                    r"\b(?:violation|manquement|non-respect) (?:\w+ ){0,3}(?:lois?|reglementation|dispositions legales)"),
                ("negligence",
                    r"\b(?:sa|ses|toute|par|la|simple) (?:seule )?negligence\b(?! (?:grave|lourde))|\bfautes? simples?"),
            )
        ),
        "en": tuple(
            (name, compiled(text))
            for name, text in (
                ("gross_negligence", r"\bgross(?:ly)? neglig\w+|\bgross \w+ or neglig\w+"),
                ("wilful_misconduct", r"\bwill?ful\w*|\b(?:unlawful|wrongful) intent\w*|\bintentional\w*|\bdeliberate\w*"),
                ("fraud", r"\bfraud\w*"),
                ("death_injury", r"\bdeath\b|\b(?:personal|bodily) injur\w+"),
                ("confidentiality", r"\bconfidential\w*|\bbreach of confidence\b|\bnon-?disclosure\b"),
                ("data_protection",
                    r"\bpersonal data\b|\bdata protection\b|\bprivacy\b|\bgdpr\b|\bdata (?:security )?breach\w*"
                    r"|\bdata security\b|\bsecurity breach\w*"),
                ("data_loss", r"\b(?:loss|corruption|destruction)(?: or \w+)? of (?:\w+ )?data\b|\bdata loss\b"),
                ("ip_infringement", r"\binfring\w+|\bmisappropriat\w+|\bintellectual property"),
                ("indemnity", INDEMNITY.pattern),
                ("payment",
                    r"\b(?:payment|fee) obligations?\b|\bobligations? (?:to pay|of payment)\b|\b(?:non-?payment"
                    r"|failure to pay)\b|\bfees (?:owed|due)\b|\bpayment of\b"),
                ("essential_obligation",
                    r"\b(?:cardinal|essential|primary|fundamental) (?:contractual )?(?:obligation|dut)\w+"),
                ("breach_of_law",
                    r"\b(?:breach|violation)s? of (?:\w+ ){0,2}(?:laws?|regulations?)\b|\bcompliance with (?:\w+ )?laws?"),
                ("negligence", r"(?<!gross )(?<!or )\bnegligence\b(?! or (?:will|intent))"),
            )
        ),
    }
)  # fmt: skip
