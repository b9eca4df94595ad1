//! The heads of columns: those of our own files, and those that are taken for a field when nobody says otherwise.

use super::ImportField;
use crate::Lang;

impl ImportField {
    /// The head of its column in a file that we make: one of the [usual](Self::usual_heads).
    pub const fn head(self, lang: Lang) -> &'static str {
        match (lang, self) {
            (Lang::En, field) => field.name(),
            (Lang::Nb, Self::Unit) => "enhet",
            (Lang::Nb, Self::Date) => "dato",
            (Lang::Nb, Self::Period) => "periode",
            (Lang::Nb, Self::Complaints) => "klager",
            (Lang::Nb, Self::Contacts) => "kundekontakter",
            (Lang::Nb, Self::What) => "beskrivelse",
            (Lang::Nb, Self::Category) => "kategori",
            (Lang::Nb, Self::Channel) => "kanal",
            (Lang::Nb, Self::Severity) => "alvor",
            (Lang::Nb, Self::Reference) => "referanse",
            (Lang::Nb, Self::Number) => "nummer",
            (Lang::Nb, Self::Name) => "navn",
            (Lang::Nb, Self::Kind) => "slag",
            (Lang::Nb, Self::Parent) => "overordnet",
            (Lang::Nb, Self::Email) => "e-post",
            (Lang::Nb, Self::Roles) => "roller",
            (Lang::Nb, Self::From) => "fra",
            (Lang::Nb, Self::Member) => "medlem",
        }
    }

    /// Column heads that are taken for this field when nobody says otherwise, as [`simple`] has them; the best first.
    pub(super) fn usual_heads(self) -> impl Iterator<Item = &'static str> {
        let heads = match self {
            Self::Unit => {
                "unit, unit id, unit number, team, team id, site, store, store id, store number, location, \
                 department, enhet, enhetsnummer, enhetsnr, avdeling, avdelingsnummer, avdelingsnr, butikk, \
                 butikknummer, butikknr, lokasjon, sted"
            }
            Self::Date => {
                "date, day, happened on, complaint date, received, received on, dato, dag, klagedato, mottatt, \
                 mottatt dato"
            }
            Self::Period => {
                "period, date, week, month, quarter, year, day, periode, uke, måned, kvartal, år, dato, dag"
            }
            Self::Complaints => "complaints, count, klager, antall, reklamasjoner",
            Self::Contacts => {
                "contacts, customer contacts, visits, orders, customers, guests, visitors, transactions, \
                 interactions, calls, exposure, kundekontakter, kontakter, besøk, kundebesøk, besøkende, kunder, \
                 gjester, henvendelser, ekspedisjoner, transaksjoner, bestillinger"
            }
            Self::What => {
                "what, what happened, description, text, complaint, complaint text, details, beskrivelse, hva, \
                 hva skjedde, tekst, klage, klagetekst, hendelse"
            }
            Self::Category => "category, topic, kategori, tema, årsak",
            Self::Channel => "channel, kanal",
            Self::Severity => "severity, alvor, alvorlighet, alvorlighetsgrad, alvorsgrad",
            Self::Reference => {
                "reference, id, external id, case id, case number, case no, ref, referanse, referansenummer, \
                 saksnummer, saksnr, klagenummer"
            }
            Self::Number => {
                "number, id, external id, employee number, employee id, unit number, nummer, nr, ansattnummer, \
                 ansattnr, enhetsnummer, enhetsnr"
            }
            Self::Name => "name, full name, unit name, navn, fullt navn, enhetsnavn",
            Self::Kind => "kind, type, slag",
            Self::Parent => {
                "parent, parent number, parent unit, above, overordnet, overordnet enhet, hører til, under"
            }
            Self::Email => "email, e mail, mail, email address, epost, e post, e postadresse, epostadresse",
            Self::Roles => "roles, role, roller, rolle",
            Self::From => "from, from on, from date, start, fra, fra dato, startdato",
            Self::Member => {
                "member, member number, member id, customer, customer number, loyalty number, medlem, \
                 medlemsnummer, medlemsnr, kundenummer"
            }
        };
        heads.split(", ")
    }
}

/// A column head as heads are compared: small letters, one space for whatever parts its words, and without the words that
/// say no more than that something is counted. `Antall_klager` and `klager` are one, as are `Saksnr.` and `saksnr`.
pub(super) fn simple(head: &str) -> String {
    let small = head.to_lowercase();
    let words: Vec<&str> =
        small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let what = match words.as_slice() {
        ["number" | "no", "of", what @ ..] | ["antall" | "ant", what @ ..] if !what.is_empty() => what,
        all => all,
    };
    what.join(" ")
}

#[cfg(test)]
mod tests {
    use crate::{
        Lang,
        exchange::import::{ImportField, ImportKind, Mapping},
    };

    #[test]
    fn the_heads_of_our_own_files_are_found_again_in_both_languages() {
        for kind in ImportKind::ALL {
            for lang in [Lang::En, Lang::Nb] {
                let heads: Vec<String> =
                    kind.fields().iter().map(|(field, _)| field.head(lang).to_owned()).collect();
                let found = Mapping::propose(kind, &heads).columns;
                assert_eq!(found.len(), heads.len(), "{kind:?} {lang:?}");
                assert!(found.iter().all(|(field, head)| field.head(lang) == head), "{found:?}");
            }
        }
    }

    /// A Norwegian file's `Kontakter` was not taken for its contacts, nor `Antall klager` for its complaints.
    #[test]
    fn heads_are_known_however_they_are_spelt() {
        let found = |kind, heads: &[&str]| {
            let heads: Vec<String> = heads.iter().map(|head| (*head).to_owned()).collect();
            Mapping::propose(kind, &heads).columns.into_iter().map(|(field, _)| field).collect::<Vec<_>>()
        };
        let history =
            [ImportField::Unit, ImportField::Period, ImportField::Complaints, ImportField::Contacts];
        for heads in [
            ["Enhet", "Måned", "Klager", "Kontakter"],
            ["Enhetsnr.", "Måned", "Antall klager", "Antall kontakter"],
            ["AVDELING", "UKE", "ANT. KLAGER", "ANT. BESØK"],
            ["Unit_ID", "Week", "Number of complaints", "No. of customers"],
            ["Store-Number", "Month", "Complaints", "Transactions"],
        ] {
            assert_eq!(found(ImportKind::History, &heads), history, "{heads:?}");
        }
        let columns = ["Saksnr.", "Enhet", "Mottatt dato", "Hva skjedde", "Årsak"];
        let fields = [
            ImportField::Unit,
            ImportField::Date,
            ImportField::What,
            ImportField::Category,
            ImportField::Reference,
        ];
        assert_eq!(found(ImportKind::Complaints, &columns), fields);
        assert!(found(ImportKind::History, &["enhetene", "klagerne", ""]).is_empty());
    }
}
