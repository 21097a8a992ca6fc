import pytest

from tests.facts.reader import facts, named


def test_french_definitions() -> None:
    """Both parties are read from their definitions, with their names as written."""
    text = (
        "Entre la société Nordex SARL, au capital de 10 000 €, ci-après dénommée « le Prestataire », et la "
        "société Boulanger & Fils SAS, "
        "ci-après « le Client ».\nLe Prestataire sauvegarde les données du Client."
    )

    found = facts(text)

    assert found.provider is not None
    assert found.customer is not None
    assert found.provider.name == "Nordex SARL"
    assert found.customer.name == "Boulanger & Fils SAS"
    assert named(text, found, "provider") == ["Nordex SARL", "Prestataire", "Prestataire"]


def test_a_form_that_stands_first_keeps_the_whole_name() -> None:
    """« SARL Librairie de l'Écluse »: the name goes on over its small words, and ends where the party is described."""
    found = facts(
        "Entre la SARL Librairie de l’Écluse, 3, quai Jean-Bart, ci-après « le Client », et la SAS Martin du Val au capital de "
        "10 000 €, ci-après « le Prestataire »."
    )

    assert found.provider is not None
    assert found.customer is not None
    assert ("SAS Martin du Val", "SARL Librairie de l’Écluse") == (found.provider.name, found.customer.name)


@pytest.mark.parametrize(
    ("text", "provider", "customer"),
    [
        (
            "**ALVERNE SGI**, SARL au capital de 7 500 €, sise à Nantes, ci-après dénommée **« le Prestataire »**, et "
            "**[Raison sociale du Client]**, [forme juridique], ci-après dénommé **« le Client »**",
            "ALVERNE SGI",
            None,
        ),
        (
            "d'une part, Olmo Ferro, Société à responsabilité limitée, inscrite au registre de Lille, ci-après appelé "
            "l'Editeur\net d'autre part, tout utilisateur, ci-après nommé le Client.",
            "Olmo Ferro",
            None,
        ),
        (
            "conclues entre :\nPaul TERRIER, entrepreneur individuel, dont le siège est à Albi, ci-après le « Prestataire »,"
            "\net toute personne passant commande, ci-après le « Client ».",
            "Paul TERRIER",
            None,
        ),
        (
            "Entre M. Jean Martin, artisan, demeurant à Dijon, ci-après « le Client », et Mme Léa Roux, consultante, "
            "ci-après « le Prestataire ».",
            "Léa Roux",
            "Jean Martin",
        ),
        ("fournie par NORDA VENTES (ci-après le « Prestataire ») au Client.", "NORDA VENTES", None),
        (
            "Entre la société [NOM DU CLIENT], ci-après « le Client », et {{prestataire.nom}}, société au capital de ____ €, "
            "ci-après « le Prestataire ».",
            None,
            None,
        ),
    ],
)
def test_french_names_without_legal_form(text: str, provider: str | None, customer: str | None) -> None:
    """A party is named by what stands before its description or its definition; what a template leaves open is no name."""
    found = facts(text)

    assert (found.provider and found.provider.name) == provider
    assert (found.customer and found.customer.name) == customer


def test_english_trade_names() -> None:
    """Two parties defined by short names are told apart by what they do."""
    text = (
        'This agreement is made between Orbis Hosting, Inc. ("Orbis") and Quarry Stone, LLC ("Quarry").\n'
        "Orbis shall provide the services. Quarry shall pay the fees. Orbis's liability is limited. Fees are "
        "paid by Quarry."
    )

    found = facts(text, "en")

    assert found.provider is not None
    assert found.customer is not None
    assert found.provider.name == "Orbis Hosting, Inc."
    assert found.customer.name == "Quarry Stone, LLC"
    assert len(named(text, found, "provider")) >= 4


def test_we_and_you() -> None:
    """Terms that say we and you make "we" the provider, and "US" the country is nobody."""
    text = (
        "We host your site. You pay us. We keep our servers in the US. "
        "You keep your password. Our terms bind you; we may change our terms."
    )

    found = facts(text, "en")

    assert named(text, found, "provider") == ["We", "us", "We", "our", "Our", "we", "our"]
    assert named(text, found, "customer") == ["your", "You", "You", "your", "you"]


def test_trade_name_without_definition() -> None:
    """A name that acts like a provider is the provider where nothing defines one."""
    text = (
        "Nubico fournit un espace. La responsabilité de Nubico est limitée. "
        "Nubico ne saurait être tenu. Nubico se réserve le droit, et Nubico assure le service."
    )

    found = facts(text)

    assert found.provider is not None
    assert found.provider.name == "Nubico"


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_a_trade_name_that_commits_itself(apostrophe: str) -> None:
    """« X s’engage » makes X the provider, whichever apostrophe the contract has."""
    text = (
        "Nubico s'engage à fournir le service. Pour cela Nubico s'engage à former le client. "
        "Enfin Nubico s'engage à assurer le support, et la responsabilité de Nubico est limitée."
    )

    found = facts(text.replace("'", apostrophe))

    assert found.provider is not None
    assert found.provider.name == "Nubico"


def test_names_that_begin_with_a_figure() -> None:
    """The figure belongs to the name."""
    text = (
        'Agreement between SFG Corp, a Delaware corporation ("Licensor"), and 551 FX IB Associates, LLC ("Licensee").'
    )
    found = facts(text, "en")
    assert found.customer is not None
    assert found.customer.name == "551 FX IB Associates, LLC"


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("La responsabilité de chaque partie est limitée.", "fr", ["chaque partie"]),
        (
            "Les Parties conviennent ; l'une ou l'autre des parties peut.",
            "fr",
            ["Les Parties", "l'une ou l'autre des parties"],
        ),
        ("Each party shall insure; neither party is liable.", "en", ["Each party", "neither party"]),
        ("une partie des données", "fr", []),
    ],
)
def test_both(text: str, language: str, words: list[str]) -> None:
    """Words for either side are mentions of both; a part of something is not."""
    assert words == named(text, facts(text, language), "both")


def test_other_providers() -> None:
    """Somebody else's provider is not the provider."""
    text = (
        "The Provider shall host. The Provider is not liable for an Internet Service Provider or third party Provider. "
        "The Provider may bill."
    )

    assert len(named(text, facts(text, "en"), "provider")) == 3


def test_service_provider_defined() -> None:
    """A role of two words is a definition like any other, with the name before it."""
    text = (
        'between Halden Systems Pvt. Ltd. ("Service Provider") and Corvo Mills Ltd. ("Client"). '
        "The Service Provider shall help the Client."
    )

    found = facts(text, "en")

    assert found.provider is not None
    assert found.provider.name == "Halden Systems Pvt. Ltd."


def test_excerpt_names_each_side_once() -> None:
    """In an excerpt of a few sentences one mention of each role noun is enough."""
    text = "Le Client garantit le Prestataire contre toute réclamation."
    found = facts(text, "fr")

    assert ["Client"] == named(text, found, "customer")
    assert ["Prestataire"] == named(text, found, "provider")


def test_excerpt_with_pronouns() -> None:
    """In an excerpt one "you" and one "us" name the sides."""
    text = "You agree to indemnify us from any claim."
    found = facts(text, "en")

    assert ["You"] == named(text, found, "customer")
    assert ["us"] == named(text, found, "provider")


def test_customer_known_by_what_is_done_for_it() -> None:
    """A name that nothing defines, that pays and for which the provider works, is the customer's."""
    text = (
        "Hosting agreement by Zenhost. Zenhost will provide hosting. Zenhost warrants its services. Zenhost will maintain the servers. "
        "In each month Melodia will pay the fee to Zenhost, and Melodia shall pay taxes. It is agreed that Melodia will reimburse costs. "
        "The servers hold Melodia's data and Melodia's content; Zenhost will deliver to Melodia a report, and then Melodia may use it."
    )
    found = facts(text, "en")
    assert found.customer is not None
    assert found.customer.name == "Melodia"


@pytest.mark.parametrize(
    ("text", "language", "provider", "customer"),
    [
        (
            "Les présentes lient Gletscherdata AG (ci-après « GLD »). GLD confirme la commande du client. "
            "Le client paie GLD. GLD est libre. Le client répond. Le client signe.",
            "fr",
            "Gletscherdata AG",
            None,
        ),
        (
            'These terms are part of each order accepted by Tidewater Data, L.P. ("TCDC"). The signer is the "Licensee".\n'
            "Licensee pays TCDC. TCDC may enter. Licensee shall leave. Licensee shall insure.",
            "en",
            "Tidewater Data, L.P.",
            None,
        ),
        (
            'East Harbor Administrators, Inc. ("EHA") and Quillon Group Corp. ("Supplier") agree.\n'
            "EHA shall make rooms available. EHA shall maintain them. Supplier shall run the systems.",
            "en",
            "Quillon Group Corp.",
            "East Harbor Administrators, Inc.",
        ),
        (
            "Le présent contrat lie Vigie Ardente SAS et le Commanditaire. Vigie Ardente teste. Le Commanditaire paie "
            "Vigie Ardente. Vigie Ardente rend compte. Vigie Ardente se tait. Le Commanditaire signe.",
            "fr",
            "Vigie Ardente SAS",
            None,
        ),
    ],
)
def test_the_name_that_is_left(text: str, language: str, provider: str | None, customer: str | None) -> None:
    """Where one side is spoken for, the one company that is left is the other side."""
    found = facts(text, language)

    assert provider == (found.provider and found.provider.name)
    assert customer == (found.customer and found.customer.name)
    assert found.customer is not None


def test_we_and_the_customer() -> None:
    """Terms that say "we" and name the customer by a noun need no "you"."""
    text = (
        "Nos prix sont nets. Nous livrons. Le client paie. Notre garantie est celle du fabricant. "
        "Le client vérifie. Nous signons. Le client signe."
    )

    found = facts(text)

    assert named(text, found, "provider") == ["Nos", "Nous", "Notre", "Nous"]


def test_a_public_customer() -> None:
    """A city is the customer where the contractor is the provider."""
    text = "The Contractor shall build the website. The City pays the Contractor. The City may inspect. The Contractor shall host it."

    found = facts(text, "en")

    assert named(text, found, "customer") == ["City", "City"]


def test_a_french_definition_after_a_colon() -> None:
    """« ci-après : l'Entreprise » defines as « ci-après l'Entreprise » does."""
    text = (
        "Entre Novatek SA, à Lausanne (ci-après : l'Entreprise), et Lemoine SA, à Genève (ci-après : le Mandant).\n"
        "L'Entreprise héberge les données. L'Entreprise assure la maintenance. Le Mandant paie."
    )

    assert named(text, facts(text), "provider") == ["Novatek SA", "Entreprise", "Entreprise", "Entreprise"]


def test_the_role_goes_on_in_small_letters() -> None:
    """A head in capitals does not ask for capitals: « Titulaire » twice, then « le titulaire »."""
    text = (
        "MARCHÉ\nTitulaire : à compléter.\nTitulaire retenu : à compléter.\n" + "Le titulaire livre à l'acheteur. " * 60
    )

    found = facts(text)

    assert named(text, found, "provider").count("titulaire") == 60


def test_of_two_names_that_act_the_busier_provides() -> None:
    """Both firms assure something; the one that hosts and maintains is the provider, the other the customer."""
    text = (
        "Entre la société NOVATEK, ci-après « NOVATEK », et la SAS LEMOINE, ci-après « LEMOINE ».\n"
        "NOVATEK assure la maintenance du parc. NOVATEK héberge les serveurs. LEMOINE assure son matériel."
    )

    found = facts(text)

    assert set(named(text, found, "customer")) == {"LEMOINE", "SAS LEMOINE"}


def test_a_council_that_is_the_authority() -> None:
    """A public customer that is called by two of its nouns is known by both."""
    text = (
        "The Contractor shall visit. The Council pays. The Council signs. The Authority may inspect. "
        "The Contractor shall report to the Authority."
    )

    found = facts(text, "en")

    assert named(text, found, "customer") == ["Council", "Council", "Authority", "Authority"]


def test_a_provider_of_one_person() -> None:
    """ "I" and "my" are the provider's words where one person writes to "you"; a numeral is nobody."""
    text = "Part I is for home users. You bring me your machine and I repair it. I charge you by the hour. I'll tell you my price."

    found = facts(text, "en")

    assert named(text, found, "provider") == ["me", "I", "I", "I", "my"]


def test_a_customer_who_signs_in_the_first_person() -> None:
    """ "I agree" is said by a customer: it does not make the signer the provider."""
    text = "I agree that you may back up my files. I understand that you charge me by the hour. I own my files and you do not."

    assert facts(text, "en").provider is None


def test_a_vendor_and_you() -> None:
    """Where a noun names the provider and nothing names the other side, "you" is the customer."""
    text = "The Vendor hosts the Service. The Vendor keeps copies. You pay. You keep your password. Your data is Yours."

    found = facts(text, "en")

    assert len(named(text, found, "customer")) == 5


def test_a_studio_that_is_us() -> None:
    """Terms in the first person may give the speaker a name of its own."""
    text = '"The Studio" is us, "the Client" is you. We build. You pay us. The Studio is happy to help you. Our price is yours to see.'

    found = facts(text, "en")

    assert "Studio" in named(text, found, "provider")


def test_a_body_without_a_legal_form() -> None:
    """A body that has no legal form is named by the words before its initials."""
    text = (
        "This agreement is between Upper Valley Federal Credit Union (“UVFCU”) and Ostrava Systems, Inc., an Ohio corporation "
        "(“Contractor”). Contractor shall serve UVFCU. UVFCU shall pay."
    )

    found = facts(text, "en")

    assert found.customer is not None
    assert found.customer.name == "Upper Valley Federal Credit Union"


def test_a_described_customer_has_no_name() -> None:
    """The company named in the title is not the person who is described beside the definition."""
    text = 'RIO HOSTING, LLC TERMS. The person named in the order ("Subscriber") accepts these terms with RIO HOSTING, LLC (the "Company").'

    found = facts(text, "en")

    assert found.customer is not None
    assert found.customer.name is None


def test_two_trade_names() -> None:
    """Of two parties that go by their names, the one that does not provide is the customer."""
    text = (
        'This Agreement is between Blue Ridge Hosting, L.P. ("BRH") and Mesa Stores, Inc. ("Mesa"). BRH shall provide the services. '
        "BRH will maintain the servers. Mesa shall keep its passwords secret."
    )

    found = facts(text, "en")

    assert found.customer is not None
    assert found.customer.name == "Mesa Stores, Inc."


def test_a_customer_that_is_the_company() -> None:
    """ "the Company" is the side that is left also where the provider goes by its trade name."""
    text = (
        'between Kirkbrae Software Services Ltd ("Kirkbrae") and Loch Fisheries plc ("the Company"). Kirkbrae shall support the software. '
        "The Company shall pay Kirkbrae. The Company shall keep its passwords secret."
    )

    found = facts(text, "en")

    assert named(text, found, "customer")[-1] == "Company"


def test_a_customer_that_the_opening_describes() -> None:
    """A party that is described and not named is the customer where it pays."""
    text = (
        'This Agreement is made by Cardinal Crest Clinical Systems ("CCCS") and the dental practice shown overleaf (the "Practice"). '
        "CCCS shall host the application. CCCS will provide support. Practice shall pay the fees."
    )

    found = facts(text, "en")

    assert named(text, found, "customer") == ["Practice", "Practice"]


def test_a_reseller_that_pays() -> None:
    """A reseller that pays its vendor is the customer of the contract."""
    text = (
        'This agreement is between NORTHGATE TECHNOLOGIES, INC. ("RESELLER") and QUELLON SOFTWARE CORP. ("QUELLON"). '
        "RESELLER shall pay QUELLON the fees. QUELLON shall provide support to RESELLER."
    )

    found = facts(text, "en")

    assert found.provider is not None
    assert found.provider.name == "QUELLON SOFTWARE CORP."
