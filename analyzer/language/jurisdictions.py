"""Places whose law contracts choose, by the code of the report. Folded names and adjectives in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

_STATES = (
    "AL alabama;AK alaska;AZ arizona;AR arkansas;CA california,californie;CO colorado;CT connecticut;DE "
    "delaware;FL florida,floride;"
    "GA georgia,georgie;HI hawaii;ID idaho;IL illinois;IN indiana;IA iowa;KS kansas;KY kentucky;LA "
    "louisiana,louisiane;ME maine;"
    "MD maryland;MA massachusetts;MI michigan;MN minnesota;MS mississippi;MO missouri;MT montana;NE nebraska;NV "
    "nevada;NH new hampshire;"
    "NJ new jersey;NM new mexico;NY new york;NC north carolina;ND north dakota;OH ohio;OK oklahoma;OR oregon;PA "
    "pennsylvania,pennsylvanie;"
    "RI rhode island;SC south carolina;SD south dakota;TN tennessee;TX texas;UT utah;VT vermont;VA "
    "virginia,virginie;WA washington;"
    "WV west virginia;WI wisconsin;WY wyoming;DC district of columbia;PR puerto rico"
)
_PROVINCES = (
    "QC quebec,quebecois,quebecoise,quebecoises;ON ontario;BC british columbia,colombie-britannique;AB "
    "alberta;MB manitoba;"
    "NS nova scotia,nouvelle-ecosse;NB new brunswick,nouveau-brunswick;SK saskatchewan;NL newfoundland"
)
_PLACES = (
    "FR france,french,francais,francaise,francaises;BE belgium,belgian,belgique,belge,belges;"
    "CH switzerland,swiss,suisse,suisses;LU luxembourg,luxembourgeois,luxembourgeoise,luxembourgeoises;MC "
    "monaco,monegasque;"
    "GB-EAW england and wales,england,english,angleterre,anglais,anglaise,anglaises,angleterre et du pays de galles;"
    "GB-SCT scotland,scots,scottish,ecosse,ecossais;GB-NIR northern ireland,irlande du nord;GB united "
    "kingdom,u.k.,uk,royaume-uni,britannique;"
    "IE ireland,irish,irlande,irlandais,irlandaise,republic of ireland;"
    "DE germany,german,federal republic of germany,allemagne,allemand,allemande,allemandes;AT "
    "austria,austrian,autriche,autrichien;"
    "NL netherlands,dutch,pays-bas,neerlandais,neerlandaise,the netherlands;ES "
    "spain,spanish,espagne,espagnol,espagnole;"
    "IT italy,italian,italie,italien,italienne;PT portugal,portuguese,portugais;SE "
    "sweden,swedish,suede,suedois;NO norway,norwegian,norvege;"
    "DK denmark,danish,danemark,danois;FI finland,finnish,finlande,finlandais;IS iceland,icelandic;"
    "EE estonia,estonian,estonie,estonien,estonienne,estoniennes;LV latvia,latvian;LT lithuania,lithuanian;PL "
    "poland,polish,pologne;"
    "CZ czech republic,czech;HU hungary,hungarian;RO romania,romanian;BG bulgaria,bulgarian,bulgarie;GR "
    "greece,greek,hellenic republic;"
    "CY cyprus,cypriot;MT malta,maltese;SI slovenia;HR croatia;UA ukraine;RU russian federation,russia;TR "
    "turkey,turkish,turkiye;"
    "US united states of america,united states,etats-unis,u.s.a.;CA canada,canadian,canadien;AU australia,australian;"
    "AU-NSW new south wales;AU-VIC victoria,state of victoria;AU-QLD queensland;AU-WA western australia;NZ new "
    "zealand;IN india,indian,inde;"
    "SG singapore,singapour;HK hong kong,hong kong sar,hksar;CN people's republic of china,china,p.r. "
    "china,prc,chinese;TW taiwan,r.o.c.;"
    "JP japan,japanese,japon;KR korea,republic of korea,korean;IL israel,israeli,israelien,israelienne;AE united "
    "arab emirates,dubai;ZA south africa;BR brazil;"
    "MX mexico;MA maroc,marocain,marocaine,morocco,royaume du maroc;TN tunisie,tunisien,tunisienne,tunisia;DZ "
    "algerie,algerien;SN senegal,senegalais,senegalaise;"
    "BF burkina faso,burkinabe;BJ benin,beninois,beninoise;TG togo,togolais,togolaise;ML mali,malien,malienne;MG "
    "madagascar,malgache;"
    "GA gabon,gabonais,gabonaise;MU mauritius,maurice,mauricien;CI cote d'ivoire,ivoirien,ivoirienne;CM "
    "cameroun,camerounais;PH philippines;MY malaysia;TH thailand;VN vietnam;KZ kazakhstan;"
    "PK pakistan;BD bangladesh;LK sri lanka;KE kenya;NG nigeria;PG papua new guinea;CO colombia;AR argentina;CL "
    "chile;PE peru;"
    "BM bermuda;KY cayman islands;VG british virgin islands;JE jersey;GG guernsey;IM isle of man;GI gibraltar;PA "
    "panama;SC seychelles;BZ belize"
)


def _rows(table: str, prefix: str) -> Iterator[tuple[str, str]]:
    for row in table.split(";"):
        code, _, names = row.partition(" ")
        for name in names.split(","):
            yield name, prefix + code


PLACES: Mapping[str, str] = MappingProxyType(
    {**dict(_rows(_PLACES, "")), **dict(_rows(_PROVINCES, "CA-")), **dict(_rows(_STATES, "US-"))}
)
