//! Who is named: organisations, people, and what they are responsible for.

use std::collections::BTreeSet;

use super::Telling;
use super::model::{Party, Props, Responsible, Role};
use crate::RenderProblem;
use crate::exchange::texts::one_line;

impl Telling<'_> {
    pub(super) fn roles(&self) -> Result<Vec<Role>, RenderProblem> {
        let mut roles = vec![
            Role { id: "issuer".to_owned(), title: self.t.get("issuer")? },
            Role { id: "client".to_owned(), title: self.t.get("client")? },
        ];
        let mut seen = BTreeSet::new();
        for code in self.c.people.iter().flat_map(|person| &person.roles) {
            if seen.insert(code) {
                roles.push(Role { id: code.clone(), title: self.t.code("person", code)? });
            }
        }
        for signer in &self.c.report.signatures {
            let id = format!("signs-{}", signer.place);
            roles.push(Role { id, title: self.t.code("sign", &signer.place)? });
        }
        Ok(roles)
    }

    pub(super) fn parties(&self) -> Result<Vec<Party>, RenderProblem> {
        let organisations = [&self.c.issuer.name, &self.c.client.name].into_iter();
        let signers = || self.c.report.signatures.iter();
        let people = || self.c.people.iter().map(|p| (&p.name, &p.organisation, p.key.as_ref()));
        let people = || people().chain(signers().map(|s| (&s.name, &s.organisation, s.key.as_ref())));
        let mut seen = BTreeSet::new();
        let mut parties = Vec::new();
        for name in organisations.chain(people().map(|(_, organisation, _)| organisation)) {
            if !one_line(name).is_empty() && seen.insert(self.organisation(name)) {
                let uuid = self.organisation(name);
                parties.push(Party {
                    uuid,
                    kind: "organization",
                    name: one_line(name),
                    props: Vec::new(),
                    member_of_organizations: Vec::new(),
                });
            }
        }
        for (name, organisation, key) in people() {
            if !one_line(name).is_empty() && seen.insert(self.person(name)) {
                let mut props = Props::default();
                props.maybe("public-key", key);
                let member = (!one_line(organisation).is_empty()).then(|| self.organisation(organisation));
                parties.push(Party {
                    uuid: self.person(name),
                    kind: "person",
                    name: one_line(name),
                    props: props.0,
                    member_of_organizations: member.into_iter().collect(),
                });
            }
        }
        if parties.is_empty() {
            let name = self.t.get("not-recorded")?;
            let uuid = self.organisation("");
            let (props, member_of_organizations) = (Vec::new(), Vec::new());
            parties.push(Party { uuid, kind: "organization", name, props, member_of_organizations });
        }
        Ok(parties)
    }

    pub(super) fn responsible(&self) -> Vec<Responsible> {
        let mut all = Vec::new();
        for (role, name) in [("issuer", &self.c.issuer.name), ("client", &self.c.client.name)] {
            if !one_line(name).is_empty() {
                all.push(Responsible {
                    role_id: role.to_owned(),
                    party_uuids: vec![self.organisation(name)],
                });
            }
        }
        let mut seen = BTreeSet::new();
        for code in self.c.people.iter().flat_map(|person| &person.roles).filter(|code| seen.insert(*code)) {
            let having = self.c.people.iter().filter(|person| person.roles.contains(code));
            let uuids: BTreeSet<String> =
                having.filter(|p| !one_line(&p.name).is_empty()).map(|p| self.person(&p.name)).collect();
            if !uuids.is_empty() {
                all.push(Responsible { role_id: code.clone(), party_uuids: uuids.into_iter().collect() });
            }
        }
        all
    }

    /// Who is named to sign; whether they have shows in the report alone.
    pub(super) fn signers(&self) -> Vec<Responsible> {
        let named = self.c.report.signatures.iter().filter(|signer| !one_line(&signer.name).is_empty());
        let signers = named.map(|signer| Responsible {
            role_id: format!("signs-{}", signer.place),
            party_uuids: vec![self.person(&signer.name)],
        });
        signers.collect()
    }

    /// The id of a person, where the people of the report hold one of that name.
    pub(super) fn known(&self, name: &str) -> Option<String> {
        self.c.people.iter().find(|person| person.name == name).map(|person| self.person(&person.name))
    }

    fn person(&self, name: &str) -> String {
        self.ids.id(&format!("person/{}", one_line(name)))
    }

    fn organisation(&self, name: &str) -> String {
        self.ids.id(&format!("organisation/{}", one_line(name)))
    }
}
