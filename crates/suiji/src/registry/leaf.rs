//! The canonical JSON of a row [C2a, S1], written field by field in the order of keys, since there
//! are millions of them; a test compares it with the JCS of the row's tree.

use super::Registry;
use crate::base::hash::Digest;
use crate::json::push_text;

impl Registry {
    /// Appends the leaf of a row, with the salt of a blinded sheet [S2].
    pub(crate) fn push_leaf(&self, index: usize, salt: Option<&Digest>, leaf: &mut Vec<u8>) {
        let store = self.store();
        let row = &self.rows()[index];
        leaf.push(b'{');
        if let Some(array) = store.categories.value(row.categories) {
            push_raw(leaf, "categories", array.as_bytes());
        }
        push_field(leaf, "class", store.classes.value(row.class));
        push_field(leaf, "district", store.districts.value(row.district));
        push_field(
            leaf,
            "established",
            row.established().map(|date| date.to_string()).as_deref(),
        );
        if let Some(object) = store.extra(row) {
            push_raw(leaf, "extra", object);
        }
        push_field(leaf, "id", Some(store.id(row)));
        push_field(leaf, "industry", store.industries.value(row.industry));
        push_field(leaf, "name", Some(store.name(row)));
        push_field(leaf, "salt", salt.map(Digest::to_string).as_deref());
        push_field(leaf, "status", row.inactive.then_some("inactive"));
        leaf.push(b'}');
    }
}

fn push_field(leaf: &mut Vec<u8>, key: &str, value: Option<&str>) {
    if let Some(value) = value {
        push_key(leaf, key);
        push_text(leaf, value);
    }
}

fn push_raw(leaf: &mut Vec<u8>, key: &str, value: &[u8]) {
    push_key(leaf, key);
    leaf.extend_from_slice(value);
}

fn push_key(leaf: &mut Vec<u8>, key: &str) {
    if leaf.last() != Some(&b'{') {
        leaf.push(b',');
    }
    leaf.push(b'"');
    leaf.extend_from_slice(key.as_bytes());
    leaf.extend_from_slice(b"\":");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::run::Run;

    #[test]
    fn leaves_are_the_canonical_json_of_their_rows() {
        // [C2a, C2c, S1, I6]
        let lines = concat!(
            r#"{"id":"B","name":"乙“\"\\”","status":"active","categories":[],"extra":{}}"#,
            "\n",
            r#"{"id":"A","name":"甲","class":"low","categories":["汽车","a\"b"],"district":"140521","industry":"5264","#,
            r#""status":"inactive","established":"2010-04-11","extra":{"ﬀ":"1","😀":"2","id":"3","a\nb":"4"}}"#,
            "\n",
        );
        // A key with a control character is no text [C3].
        assert!(Registry::from_json_lines(lines.as_bytes(), &Run::default()).is_err());
        let lines = lines.replace("a\\nb", "b");
        let registry = Registry::from_json_lines(lines.as_bytes(), &Run::default()).unwrap();
        let leaf = |index, salt: Option<&Digest>| {
            let mut leaf = Vec::new();
            registry.push_leaf(index, salt, &mut leaf);
            String::from_utf8(leaf).unwrap()
        };
        assert_eq!(
            leaf(0, None),
            r#"{"categories":["a\"b","汽车"],"class":"low","district":"140521","established":"2010-04-11","#.to_owned()
                + r#""extra":{"b":"4","id":"3","😀":"2","ﬀ":"1"},"id":"A","industry":"5264","name":"甲","status":"inactive"}"#
        );
        assert_eq!(leaf(1, None), r#"{"id":"B","name":"乙“\"\\”"}"#);
        let salt = Digest::from_bytes([0xab; 32]);
        let salted = format!(
            "\"name\":\"甲\",\"salt\":\"{}\",\"status\":",
            "ab".repeat(32)
        );
        assert!(leaf(0, Some(&salt)).contains(&salted));
        for index in 0..2 {
            assert_eq!(
                leaf(index, None).as_bytes(),
                registry.row_json(index).to_canonical()
            );
        }
    }
}
