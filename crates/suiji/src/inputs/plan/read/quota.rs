//! Reads how many entities are drawn, from one of four fields [I2, F4.2].

use super::at_least_one;
use crate::base::texts::codes;
use crate::inputs::plan::Quota;
use crate::json::Json;
use crate::json::reader::{Path, Reader};

/// [I2] Reads a quota: exactly one of four fields.
pub(super) fn read(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<Quota> {
    let known = &["at_least", "at_most", "exactly", "count", "min", "max"];
    let fields = reader.object(value, path, known)?;
    let words = known[..4].iter().filter(|word| fields.has(word)).count();
    if words != 1 {
        reader.fault(codes::quota_words(words), path);
        return None;
    }
    for (bound, with) in [("min", "at_least"), ("max", "at_most")] {
        if fields.has(bound) && !fields.has(with) {
            reader.fault(codes::quota_bound(bound, with), path);
            return None;
        }
    }
    let min = reader.optional(fields, path, "min", at_least_one);
    let max = reader.optional(fields, path, "max", at_least_one);
    let ratio = |reader: &mut Reader<'_>, word| reader.required(fields, path, word, Reader::ratio);
    if fields.has("at_least") {
        let ratio = ratio(reader, "at_least");
        return Some(Quota::AtLeast {
            ratio: ratio?,
            min: min?,
        });
    }
    if fields.has("at_most") {
        let ratio = ratio(reader, "at_most");
        return Some(Quota::AtMost {
            ratio: ratio?,
            max: max?,
        });
    }
    if fields.has("exactly") {
        return Some(Quota::Exactly {
            ratio: ratio(reader, "exactly")?,
        });
    }
    Some(Quota::Count {
        count: reader.required(fields, path, "count", at_least_one)?,
    })
}
