"""The sentences of the insurer's decision sheet. (French, English)"""

from __future__ import annotations

from typing import Final

SCREENING: Final[dict[str, tuple[str, str]]] = {
    "sheet.title": ("Fiche de décision", "Decision sheet"),
    "sheet.title.applicant": ("Vos contrats avant la demande d’assurance", "Your contracts before the application"),
    "sheet.subtitle": ("{applicant}, {contracts}, tirage {seed}", "{applicant}, {contracts}, seed {seed}"),
    "sheet.contracts.one": ("{number} contrat", "{number} contract"),
    "sheet.contracts.many": ("{number} contrats", "{number} contracts"),
    "decision.accept": ("ACCEPTER", "ACCEPT"),
    "decision.refer": ("RENVOYER AU SOUSCRIPTEUR", "REFER TO THE UNDERWRITER"),
    "decision.decline": ("REFUSER", "DECLINE"),
    "decision.short.accept": ("accepter", "accept"),
    "decision.short.refer": ("renvoyer", "refer"),
    "decision.short.decline": ("refuser", "decline"),
    "sheet.lead": (
        "{contracts} : {uncapped} sans plafond, {contradictions}. Le plus lourd laisse passer {largest}, pour "
        "{prices} de prix annuels en tout.",
        "{contracts}: {uncapped} without a cap, {contradictions}. The heaviest lets through {largest}, on "
        "{prices} of yearly prices in all.",
    ),
    "sheet.lead.none": ("Aucun contrat n’a été lu.", "No contract was read."),
    "sheet.contradictions.one": (
        "{number} contradiction entre réponses et contrats",
        "{number} contradiction between answers and contracts",
    ),
    "sheet.contradictions.many": (
        "{number} contradictions entre réponses et contrats",
        "{number} contradictions between answers and contracts",
    ),
    "desk_section.reasons": ("Motifs", "Reasons"),
    "desk_section.loadings": ("Surprimes", "Loadings"),
    "desk_section.contradictions": ("Réponses contredites par les contrats", "Answers that the contracts contradict"),
    "desk_section.portfolio": ("Le portefeuille", "The portfolio"),
    "desk_section.worst": ("Les contrats les plus coûteux", "The costliest contracts"),
    "desk_section.accumulation": (
        "Un seul événement, tous les contrats d’une plateforme",
        "One event, all contracts on a platform",
    ),
    "desk_section.covers": (
        "Garanties de la police et promesses des contrats",
        "Covers of the policy and promises of the contracts",
    ),
    "desk_section.conditions": ("Clauses à imposer", "Clauses to impose"),
    "desk_section.conditions.applicant": ("Clauses à proposer à vos clients", "Clauses to propose to your customers"),
    "desk_section.questions": ("Questions à poser en retour", "Questions to ask back"),
    "desk_section.questions.applicant": ("Ce qu’il reste à répondre", "What remains to be answered"),
    "desk_section.answers": ("Les réponses", "The answers"),
    "desk_section.basis": ("Sur quoi reposent les chiffres", "What the figures rest on"),
    "reason.rule": ("{decision} : {text}", "{decision}: {text}"),
    "reason.contradicted.one": (
        "La réponse à la question {question} (« {title} ») est contredite par {number} contrat.",
        "The answer to question {question} (“{title}”) is contradicted by {number} contract.",
    ),
    "reason.contradicted.many": (
        "La réponse à la question {question} (« {title} ») est contredite par {number} contrats.",
        "The answer to question {question} (“{title}”) is contradicted by {number} contracts.",
    ),
    "reason.at_odds": (
        "La réponse à la question {question} (« {title} ») ne s’accorde pas avec l’ensemble.",
        "The answer to question {question} (“{title}”) does not fit the whole.",
    ),
    "reason.unanswered": (
        "La question {question} (« {title} ») est sans réponse.",
        "Question {question} (“{title}”) is unanswered.",
    ),
    "reason.unanswered_gates.one": (
        "La question {questions}, sans laquelle rien ne se décide, est sans réponse.",
        "Question {questions}, without which nothing is decided, is unanswered.",
    ),
    "reason.unanswered_gates.many": (
        "{number} questions sans lesquelles rien ne se décide sont sans réponse : {questions}.",
        "{number} questions without which nothing is decided are unanswered: {questions}.",
    ),
    "loading.line": ("+ {percent} : {text}.", "+ {percent}: {text}."),
    "loading.total": ("En tout : + {percent}.", "In all: + {percent}."),
    "loading.none": ("Aucune.", "None."),
    "sheet.appetite": ("Selon : {title}.", "According to: {title}."),
    "contradiction.answer": ("{number}. {ask} Réponse : {answer}.", "{number}. {ask} Answer: {answer}."),
    "contradiction.field": ("{number}. {ask} {field} : {answer}.", "{number}. {ask} {field}: {answer}."),
    "contradiction.contract": ("{document}{customer} : {says}.", "{document}{customer}: {says}."),
    "contradiction.none": (
        "Aucune : ce que les contrats disent s’accorde avec les réponses.",
        "None: what the contracts say agrees with the answers.",
    ),
    "contradiction.prices_above_turnover": (
        "les prix annuels lus dans les contrats font {sum}, plus que le chiffre d’affaires",
        "the yearly prices read in the contracts add up to {sum}, more than the turnover",
    ),
    "contradiction.client_price": (
        "le contrat dit un prix annuel de {sum}",
        "the contract says a yearly price of {sum}",
    ),
    "contradiction.unwritten_uncapped": (
        "{number} clients sont servis sans contrat écrit, donc sans plafond",
        "{number} customers are served without a written contract, and so without a cap",
    ),
    "contradiction.whole": ("L’ensemble", "The whole"),
    "sheet.customer": (" ({customer})", " ({customer})"),
    "sheet.quote": ("{words} ({where})", "{words} ({where})"),
    "portfolio.contracts": ("Contrats lus", "Contracts read"),
    "portfolio.unread": ("Fichiers illisibles", "Files that could not be read"),
    "portfolio.duplicates": ("Remis deux fois, comptés une fois", "Given twice, counted once"),
    "portfolio.uncapped": ("Sans plafond pour le prestataire", "Without a cap for the provider"),
    "portfolio.unpriced": ("Sans prix annuel", "Without a yearly price"),
    "portfolio.unrecognised": (
        "De nature non reconnue, chiffrés comme de l’infogérance ou de la maintenance",
        "Of a kind not recognised, priced as managed services or maintenance",
    ),
    "portfolio.unwritten": ("Clients sans contrat écrit", "Customers without a written contract"),
    "portfolio.prices": ("Prix annuels, ensemble", "Yearly prices, together"),
    "portfolio.turnover": ("Chiffre d’affaires", "Turnover"),
    "portfolio.limit": (
        "Somme assurée demandée, franchise {deductible}",
        "Insured sum asked for, deductible {deductible}",
    ),
    "portfolio.no_limit": ("Somme assurée", "Insured sum"),
    "portfolio.unknown": ("non dite", "not said"),
    "portfolio.now": ("À payer aujourd’hui, perte la plus lourde de chacun", "Payable now, the heaviest loss of each"),
    "portfolio.after": ("Après les clauses proposées", "After the suggested clauses"),
    "portfolio.currencies": (
        "Sommes en plusieurs devises ({currencies}), ajoutées telles quelles : les totaux ne sont que des ordres de grandeur.",
        "Sums in several currencies ({currencies}), added as they stand: totals are orders of magnitude only.",
    ),
    "desk_column.contract": ("Contrat", "Contract"),
    "desk_column.customer": ("Client", "Customer"),
    "desk_column.price": ("Prix annuel", "Yearly price"),
    "desk_column.scenario": ("Scénario", "Scenario"),
    "desk_column.loss": ("Perte", "Loss"),
    "desk_column.now": ("À payer", "Payable"),
    "desk_column.after": ("Après", "After"),
    "desk_column.multiple": ("Fois le prix", "Times price"),
    "desk_column.cap": ("Plafond", "Cap"),
    "desk_column.platform": ("Plateforme", "Platform"),
    "desk_column.contracts": ("Contrats", "Contracts"),
    "desk_column.expected": ("Moyenne", "Mean"),
    "desk_column.p95": ("1 sur 20", "1 in 20"),
    "desk_column.p99_5": ("1 sur 200", "1 in 200"),
    "desk_column.above": ("Au-delà de l’assuré", "Above insured"),
    "desk_column.head": ("Poste", "Head"),
    "desk_column.payable": ("Laissé passer", "Let through"),
    "desk_column.payable_high": ("Au plus", "At most"),
    "desk_column.policy": ("Police", "Policy"),
    "desk_column.state": ("Constat", "Finding"),
    "desk_column.question": ("Question", "Question"),
    "desk_column.answer": ("Réponse", "Answer"),
    "desk_column.evidence": ("Contrats", "Contracts"),
    "cap.none": ("aucun", "none"),
    "cap.unpriced": ("non chiffrable", "cannot be priced"),
    "value.none": ("–", "–"),
    "worst.known": (
        "* chiffres de ce client donnés par le demandeur ; les autres sont supposés, au plus petit.",
        "* figures of this customer given by the applicant; those of the others are assumed, at the smallest.",
    ),
    "accumulation.fixed": ("après les clauses proposées", "after the suggested clauses"),
    "accumulation.named": ("{kind} « {name} »", "{kind} “{name}”"),
    "accumulation.account": (
        "{platform} : {account} Touche {low} à {high} de ses contrats ({central} au plus probable). Fréquence "
        "supposée : {yearly_low} à "
        "{yearly_high} par an ({yearly_central}), soit en moyenne {loss} par an. {note}",
        "{platform}: {account} Reaches {low} to {high} of its contracts ({central} most likely). Assumed "
        "frequency: {yearly_low} to "
        "{yearly_high} a year ({yearly_central}), that is {loss} a year on average. {note}",
    ),
    "accumulation.figure": ("{name} : {note}{mark}.", "{name}: {note}{mark}."),
    "accumulation.frequency": ("fréquence", "frequency"),
    "accumulation.reached": ("part touchée", "share reached"),
    "accumulation.assumed": (
        "{platform} : ni le formulaire ni un contrat ne la nomme ; les contrats que ce genre de plateforme sert "
        "sont supposés y être.",
        "{platform}: neither the form nor a contract names it; the contracts that such a platform serves are "
        "assumed to be on it.",
    ),
    "accumulation.none": (
        "Aucune plateforme ne sert deux contrats ou plus.",
        "No platform serves two contracts or more.",
    ),
    "mark.proposal": (" (proposition de ce projet)", " (proposal of this project)"),
    "mark.source": (" (lu : {source})", " (read: {source})"),
    "cover.insured": ("couvert", "covered"),
    "cover.left_out": ("exclu", "left out"),
    "cover.gap": (
        "trou : exposé, non couvert",
        "gap: exposed, not covered",
    ),
    "cover.covered": ("couvert et exposé", "covered and exposed"),
    "cover.overlap": ("doublon : couvert, non exposé", "overlap: covered, not exposed"),
    "cover.idle": ("ni couvert ni exposé", "neither covered nor exposed"),
    "cover.assumed": (
        "Le formulaire ne dit pas quels postes la police couvre : tous sont supposés couverts.",
        "The form does not say which heads the policy covers: all are taken as covered.",
    ),
    "cover.exclusion": ("{title} : exclusion fréquente, déclenchée par", "{title}: a frequent exclusion, triggered by"),
    "cover.trigger": ("{document}{section} : {words}", "{document}{section}: {words}"),
    "cover.no_trigger": (
        "Aucune clause ne déclenche les exclusions usuelles.",
        "No clause triggers the usual exclusions.",
    ),
    "cover.more.one": ("et {number} autre contrat", "and {number} more contract"),
    "cover.more.many": ("et {number} autres contrats", "and {number} more contracts"),
    "condition.line": (
        "{title}, sous {days} jours, dans {contracts} : {documents}",
        "{title}, within {days} days, in {contracts}: {documents}",
    ),
    "condition.line.applicant": ("{title}, dans {contracts} : {documents}", "{title}, in {contracts}: {documents}"),
    "condition.wording": ("Rédaction pour {document} :", "Wording for {document}:"),
    "condition.none": ("Aucune.", "None."),
    "condition.not_sure": (
        "Rédactions de la bibliothèque, à adapter par un juriste ; aucune n’est garantie de tenir devant un juge.",
        "Wordings of the library, for a lawyer to adapt; none is sure to hold before a court.",
    ),
    "question.unanswered": ("{number}. {ask} ({id}{line})", "{number}. {ask} ({id}{line})"),
    "question.line": (", ligne {line} du formulaire", ", line {line} of the form"),
    "question.which": (
        "{number}. Laquelle est vraie : la réponse « {answer} » ({id}) ou {documents} ?",
        "{number}. Which is true: the answer “{answer}” ({id}) or {documents}?",
    ),
    "question.the_contracts": ("les contrats", "the contracts"),
    "question.unpriced": (
        "Quel est le prix annuel de {documents} ? Sans lui, un plafond en redevances ne vaut rien de connu.",
        "What is the yearly price of {documents}? Without it a cap in fees is worth nothing known.",
    ),
    "question.missing_client": (
        "Où est le contrat conclu avec {names} ? À défaut d’écrit, rien ne limite la responsabilité.",
        "Where is the contract of {names}? Without writing, nothing limits liability.",
    ),
    "question.unread": ("Remettez sous une autre forme : {documents}.", "Hand over in another form: {documents}."),
    "question.part": (
        "{documents} : ce n’est qu’une partie d’un contrat. Remettez le reste.",
        "{documents}: only a part of a contract. Hand over the rest.",
    ),
    "question.not_a_contract": (
        "{documents} : rien n’y a été reconnu. Est-ce un contrat ?",
        "{documents}: nothing was recognised there. Is it a contract?",
    ),
    "question.none": ("Aucune.", "None."),
    "answer.yes": ("oui", "yes"),
    "answer.no": ("non", "no"),
    "answer.proved.one": ("{number} le confirme", "{number} bears it out"),
    "answer.proved.many": ("{number} le confirment", "{number} bear it out"),
    "answer.contradicted.one": ("{number} le contredit", "{number} contradicts it"),
    "answer.contradicted.many": ("{number} le contredisent", "{number} contradict it"),
    "answer.silent": ("non dit dans les contrats", "not stated in the contracts"),
    "basis.payable": (
        "« À payer » : le plus que le contrat laisse passer si le prestataire est jugé responsable de toute la "
        "perte. Ce n’est pas une prévision : "
        "causalité, preuve, prévisibilité et perte de chance ne sont pas chiffrées.",
        "“Payable”: the most that the contract lets through if the provider is held liable for the whole loss. It "
        "is no forecast: causation, "
        "proof, foreseeability and loss of chance are not priced.",
    ),
    "basis.losses": (
        "Les pertes sont celles de clauses/scenarios.toml, pour les clients dont rien n’est dit celles d’une très "
        "petite entreprise : "
        "`gardefou check --explain-exposure` donne chaque hypothèse et sa source.",
        "Losses are those of clauses/scenarios.toml, for customers of whom nothing is said those of a very small firm: "
        "`gardefou check --explain-exposure` gives each assumption and its source.",
    ),
    "basis.claim": (
        "Chaque contrat est mis devant une réclamation de {claim}.",
        "Each contract is put before a claim of {claim}.",
    ),
    "basis.events": (
        "Événements communs : {draws} tirages, graine {seed} ; la même graine redonne les mêmes chiffres. Un "
        "événement touche un contrat au moins, "
        "avec une gravité commune entre les pertes basse, centrale et haute.",
        "Common events: {draws} draws, seed {seed}; the same seed gives the same figures again. An event reaches "
        "one contract at least, with one "
        "severity for all between the low, central and high loss.",
    ),
    "basis.questionnaire": (
        "Questions et règles d’appétence sont des données (clauses/questionnaire.toml, clauses/appetite.toml), "
        "propositions de ce projet tirées de "
        "formulaires publiés.",
        "Questions and appetite are data (clauses/questionnaire.toml, clauses/appetite.toml), proposals of this "
        "project taken from published forms.",
    ),
    "basis.not_advice": (
        "Cette fiche n’est ni un avis juridique ni une offre d’assurance ; aucun avocat ne l’a vérifiée.",
        "This sheet is neither legal advice nor an offer of insurance; no lawyer has checked it.",
    ),
}
