"""French writing conventions: where sentences end, what a heading looks like."""

from __future__ import annotations

from analyzer.language.conventions import Conventions, words

CONVENTIONS = Conventions(
    titles=words("m mm mme mmes mlle me mes dr pr sté ste ets éts st cf v vs c-à-d i.e e.g adr"),
    numbered=words(
        "art arts n n° no nos nº p pp al vol chap ch tél tel réf ref fig ann ex cass civ com crim l r d conv dept dépt"
    ),
    closing=words(
        "etc al inc ltd co corp cie s.a s.a.s s.a.r.l s.a.s.u e.u.r.l s.c s.n.c r.c.s rcs ht ttc h.t"
        " t.t.c u.s u.e t.v.a c.g.v c.g.u max min env sarl sas sa s.à.r.l b.v n.v l.l.c"
    ),
    openers=words(
        "le la les l un une des du de ce cet cette ces il elle ils elles on nous vous chaque tout toute"
        " toutes tous aucun aucune en dans par pour sur si sauf lors au aux à toutefois cependant ainsi"
        " néanmoins ni cela ceci dès après avant sous sans seul seule seuls seules son sa ses leur leurs"
        " notre nos votre vos conformément nonobstant article"
    ),
    lead_words=words("et ou et/ou soit de à que dont"),
    verbs=words(
        "est sont sera seront peut peuvent doit doivent pourra pourront devra devront a ont aura auront"
        " ne n s'engage s'engagent garantit fournit reste restent constitue désigne désignent fait font"
        " comprend comprennent saurait entend reconnaît accepte acceptent déclare dispose était entendent"
    ),
    months=words(
        "janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre decembre"
    ),
    small_words=words("le la les l de des du d et ou à a au aux en par pour sur un une"),
    definition_titles=("definition", "glossaire", "terminologie", "lexique"),
    service_level_titles=(
        "niveaux de service",
        "niveau de service",
        "sla",
        "qualite de service",
        "taux de disponibilite",
    ),
    signature=r"(?:fait (?:à|en|le)\b|en foi de quoi|(?:signé|signatures?|lu et approuvé|bon pour accord)\b"
    r"|pour (?:le |la |l['’])?\w+\s*[:|])",
)
