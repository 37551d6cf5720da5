//! The settings of a task for risk classes [I2].

use crate::base::id::ClassId;
use crate::base::ratio::Ratio;
use crate::base::texts::codes;
use crate::inputs::plan::{Class, Risk};
use crate::json::Json;
use crate::json::reader::{Fields, Path, Reader};

/// Reads `risk`, which must not be empty if it is present [C2c].
pub(super) fn read(
    reader: &mut Reader<'_>,
    value: &Json<'_>,
    path: &Path<'_>,
    classes: &[Class],
) -> Option<Risk> {
    let fields = reader.object(
        value,
        path,
        &["minimum", "maximum", "weights", "unrated_as"],
    )?;
    let minimum = of_classes(reader, fields, path, "minimum", classes, ratio);
    let maximum = of_classes(reader, fields, path, "maximum", classes, ratio);
    let weights = of_classes(
        reader,
        fields,
        path,
        "weights",
        classes,
        |reader, value, path| reader.integer(value, path, 1, 1000),
    );
    let unrated_as = reader.optional(fields, path, "unrated_as", |reader, value, path| {
        let class = reader.id(value, path)?;
        known_class(reader, path, class, classes)
    });
    let risk = Risk {
        minimum: minimum?,
        maximum: maximum?,
        weights: weights?,
        unrated_as: unrated_as?,
    };
    if risk.is_empty() {
        reader.fault(codes::empty(), path);
        return None;
    }
    Some(risk)
}

/// Values by class. The classes must be classes of the plan [I2].
fn of_classes<T>(
    reader: &mut Reader<'_>,
    fields: Fields<'_, '_>,
    path: &Path<'_>,
    key: &str,
    classes: &[Class],
    read: impl Fn(&mut Reader<'_>, &Json<'_>, &Path<'_>) -> Option<T>,
) -> Option<Vec<(ClassId, T)>> {
    let values = reader.optional_map(fields, path, key, |reader, value, path| {
        let entries = reader.map(value, path)?;
        let mut values = Vec::new();
        for (class, value) in entries.entries() {
            let value = read(reader, value, &path.key(class));
            let class = known_class(reader, path, class, classes);
            values.push(class.zip(value));
        }
        values.into_iter().collect()
    });
    values.map(Option::unwrap_or_default)
}

pub(super) fn known_class(
    reader: &mut Reader<'_>,
    path: &Path<'_>,
    id: &str,
    classes: &[Class],
) -> Option<ClassId> {
    let class = classes.iter().find(|class| class.id.as_str() == id);
    // Faults of the classes themselves are already reported.
    if class.is_none() && !classes.is_empty() {
        reader.fault(codes::class_unknown(id), path);
    }
    class.map(|class| class.id.clone())
}

fn ratio(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<Ratio> {
    reader.ratio(value, path)
}
