# Det demoen forteller: tekster som havner i databasen på det språket den lages på

# Det kundene sa
demo-praise-1 = Hun i kassa så at jeg hadde glemt veska, og løp etter meg. Tusen takk!
demo-praise-2 = Raske, hyggelige, og de visste hva de snakket om.
demo-praise-3 = Jeg fikk hjelp med returen på to minutter, med et smil.
demo-praise-4 = Kelneren så at vi hadde det travelt, og ordnet alt.
demo-praise-5 = Så rent og trivelig her. Vi kommer igjen hver uke.
demo-praise-6 = Jeg ringte, fikk svar med en gang, og så var saken ordnet.
demo-reason-not = Prisen sto på skiltet og var riktig; vi forklarte hvordan den blir til.
demo-complaint-system-1 = Kortterminalen var nede igjen, og jeg hadde ikke kontanter på meg.
demo-complaint-system-2 = Appen sa at bestillingen var klar, men ingen bak disken kunne finne den.
demo-complaint-system-3 = Bestillingssiden sendte meg to bekreftelser med hver sitt klokkeslett.
demo-complaint-process-1 = Jeg måtte forklare det samme til tre forskjellige før noen kunne hjelpe.
demo-complaint-process-2 = Jeg ba om å få pengene tilbake for to uker siden og har ikke hørt noe.
demo-complaint-process-3 = Bordet mitt var bestilt til seks, men i boka sto det fire.
demo-complaint-product-1 = Jakka gikk opp i sømmen andre gang jeg brukte den.
demo-complaint-product-2 = Suppa var lunken, og brødet var fra dagen før.
demo-complaint-product-3 = Jeg fikk feil størrelse, sendte den i retur og fikk feil størrelse igjen.
demo-complaint-price-1 = Prisen i kassa var høyere enn den på hylla.
demo-complaint-price-2 = Jeg ble belastet to ganger for det samme kjøpet.
demo-complaint-price-3 = Kampanjeprisen ble ikke trukket fra før jeg sa fra om det.
demo-complaint-waiting-1 = Jeg sto i kø i 40 minutter mens bare én kasse var åpen.
demo-complaint-waiting-2 = Jeg ventet i telefonen i en halvtime, og så ble linja brutt.
demo-complaint-waiting-3 = Maten kom mer enn en time etter at vi hadde bestilt.
demo-complaint-facilities-1 = Toalettene var skitne, og det var tomt for såpe.
demo-complaint-facilities-2 = Heisen var ute av drift, så jeg kom ikke inn med barnevogna.
demo-complaint-facilities-3 = Det var så kaldt på venterommet at vi beholdt jakkene på.
demo-complaint-information-1 = På nettsiden sto det åpent til åtte, men døra var låst klokka sju.
demo-complaint-information-2 = Ingen sa fra om at varen måtte bestilles først.
demo-complaint-information-3 = Skiltet på parkeringsplassen sier tre timer, men jeg fikk bot etter to.
demo-complaint-staff-conduct-1 = Den som satt i skranken, himlet med øynene da jeg spurte om noe.
demo-complaint-staff-conduct-2 = Jeg fikk høre at det var min egen feil, og ingen sa unnskyld.
demo-complaint-staff-conduct-3 = To ansatte fortsatte å prate med hverandre mens jeg sto der og ventet.

# Navn på lag, etter stedet de hører til
demo-team-till = { $site } kasse
demo-team-floor = { $site } butikk
demo-team-webshop = { $site } nettbutikk
demo-team-evening = { $site } kveld
demo-team-desk = { $site } kundeservice
demo-team-collect = { $site } klikk og hent
demo-team-weekend = { $site } helg

# Det folk skrev under svarene sine
demo-said-1 = Vaktplanen kom fredag kveld igjen. To dager tidligere hadde hjulpet mye.
demo-said-2 = Bra uke. Den nye kassa er mye raskere.
demo-said-3 = Vi manglet én på lørdag, og det merktes.
demo-said-4 = Flere folk i returdisken mellom fire og seks, takk.
demo-said-5 = Det hjelper at vi kan gi pengene tilbake uten å spørre først.
demo-said-6 = Det er kaos på lageret etter hver levering.
demo-said-7 = Kundene spør om åpningstidene hver dag. Det står feil på skiltet.
demo-said-8 = Fint at de nye fikk skikkelig opplæring denne gangen.
demo-said-9 = Fint å få høre hva som skjedde med forslaget vårt.
demo-said-10 = Det var travelt, men vi hjalp hverandre.
demo-said-11 = Kassa ved inngangen henger seg opp flere ganger om dagen.
demo-said-12 = Pausene blir korte når det bare er to på jobb.
demo-said-13 = Takk for at noen la merke til innsatsen i helga.
demo-said-14 = Døra til kjølerommet lukker ikke ordentlig. Vi har sagt fra før.

# Det lagene prøvde, og det som skjedde rundt dem
demo-round-purpose = Oppdiktet demo: Vi vil se tidlig når jobben blir for mye, og gjøre noe med det.
demo-action-call-back = Den som tar imot en klage, ringer kunden tilbake samme dag.
demo-action-two = To i kassa etter klokka fire.
demo-action-two-outcome = Køen etter fire er kortere, og vi får tatt pausene. Vi fortsetter og ser på det igjen før jul.
demo-note-campaign = Medlemsuker
demo-note-campaign-detail = 20 % avslag for medlemmer. Kundeavis til 9000 husstander.
demo-note-rota = Ny vaktplan
demo-note-rota-detail = Vaktplanen kommer fire uker i forveien, ikke to.
demo-note-competitor = Torgboden har åpent på søndager
demo-note-competitor-detail = Gjelder alle de tre butikkene deres i regionen.
demo-note-competitor-ours = Stengt på søndager.
demo-note-competitor-theirs = Åpent 10–18 på søndager.
# Kundenes egen side
demo-place-door = Ved døra
demo-place-till = I kassa
demo-held-1 = Byens dårligste butikk! Alle bør holde seg unna.
demo-held-2 = Ta tilbake den gamle kaffen, den vil vi alle ha.
demo-paper-1 = Takk for hjelpen med barnevogna på lørdag.
demo-paper-2 = Tjue minutter i kø med to små barn.
demo-paper-3 = En benk ved inngangen hadde vært fint for oss som venter.
demo-paper-4 = Tilbudet på kaffe var ikke lagt inn i kassa.
demo-paper-5 = Brødet fra den nye ovnen er en fryd.
demo-follow-up-1 = Vaskemaskin, levert og tilkoblet
demo-follow-up-2 = Sko til et bryllup
demo-follow-up-3 = Om saken er i orden nå
demo-customer-1 = Mari Oppdiktet
demo-customer-2 = Tom Påfunn
demo-customer-3 = Anne Eksempel
demo-member-1 = Berit Fantasi
demo-member-2 = Carl Fabel
demo-member-3 = Dora Legende
demo-member-4 = Erik Diktning
demo-member-5 = Frida Påhitt
demo-member-6 = Gustav Liksom
demo-member-7 = Håkon Tenkt
demo-member-8 = Ida Fortelling
