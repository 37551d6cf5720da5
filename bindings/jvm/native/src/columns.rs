//! A chunk of rows, from the fields of `org.suiji.internal.Column`.

use jni::objects::{JByteArray, JIntArray, JLongArray, JObject, JObjectArray, JString};
use jni::strings::JNIStr;
use jni::{Env, jni_sig, jni_str};
use suiji::tables::{Column as Core, Columns, Validity};

use crate::failed::Failed;

/// The values of one field.
struct Column {
    field: String,
    values: Values,
    valid: Option<Vec<u8>>,
}

enum Values {
    Texts(Vec<i32>, Vec<u8>),
    Lists(Vec<i32>, Vec<i32>, Vec<u8>),
    Integers(Vec<i64>),
    Flags(Vec<u8>),
}

/// Calls `take` with the core's view of a chunk. Only the used part of each array is copied from the Java heap.
pub(crate) fn with_columns<T>(
    env: &mut Env<'_>,
    rows: i32,
    columns: &JObjectArray<'_>,
    take: impl FnOnce(&Columns<'_>) -> T,
) -> Result<T, Failed> {
    let rows = usize::try_from(rows).unwrap_or_default();
    let mut read = Vec::new();
    for index in 0..columns.len(env)? {
        let column = env.with_local_frame(8, |env| {
            let column = columns.get_element(env, index)?;
            Column::read(env, &column, rows)
        })?;
        read.push(column);
    }
    let all = read.iter().fold(Columns::new(rows), |all, column| {
        all.with(&column.field, column.view(rows))
    });
    Ok(take(&all))
}

impl Column {
    fn read(env: &mut Env<'_>, column: &JObject<'_>, rows: usize) -> Result<Self, Failed> {
        let field = env.get_field(column, jni_str!("field"), jni_sig!("Ljava/lang/String;"))?;
        let field = env.cast_local::<JString>(field.l()?)?;
        let kind = env
            .get_field(column, jni_str!("kind"), jni_sig!("I"))?
            .i()?;
        let bits = rows.div_ceil(8);
        let values = match kind {
            0 => {
                let offsets = integers(env, column, jni_str!("offsets"), rows + 1)?;
                let text = bytes(env, column, jni_str!("text"), last(&offsets))?;
                Values::Texts(offsets, text)
            }
            1 => {
                let offsets = integers(env, column, jni_str!("offsets"), rows + 1)?;
                let items = integers(env, column, jni_str!("items"), last(&offsets) + 1)?;
                let text = bytes(env, column, jni_str!("text"), last(&items))?;
                Values::Lists(offsets, items, text)
            }
            2 => Values::Integers(longs(env, column, rows)?),
            _ => Values::Flags(bytes(env, column, jni_str!("bits"), bits)?),
        };
        let valid = env
            .get_field(column, jni_str!("valid"), jni_sig!("[B"))?
            .l()?;
        let valid = if valid.is_null() {
            None
        } else {
            Some(bytes(env, column, jni_str!("valid"), bits)?)
        };
        Ok(Self {
            field: field.try_to_string(env)?,
            values,
            valid,
        })
    }

    fn view(&self, rows: usize) -> Core<'_> {
        let core = match &self.values {
            Values::Texts(offsets, text) => Core::utf8(offsets, text),
            Values::Lists(offsets, items, text) => Core::list(offsets, Core::utf8(items, text)),
            Values::Integers(numbers) => Core::int(numbers),
            Values::Flags(bits) => Core::flags(bits, 0, rows),
        };
        match &self.valid {
            Some(bits) => core.with_validity(Validity::new(bits, 0)),
            None => core,
        }
    }
}

fn last(offsets: &[i32]) -> usize {
    let last = offsets.last().copied().unwrap_or_default();
    usize::try_from(last).unwrap_or_default()
}

fn bytes(
    env: &mut Env<'_>,
    of: &JObject<'_>,
    name: &JNIStr,
    len: usize,
) -> Result<Vec<u8>, Failed> {
    let array = env.get_field(of, name, jni_sig!("[B"))?.l()?;
    let array = env.cast_local::<JByteArray>(array)?;
    let mut read = vec![0; len];
    array.get_region(env, 0, &mut read)?;
    Ok(read.into_iter().map(i8::cast_unsigned).collect())
}

fn integers(
    env: &mut Env<'_>,
    of: &JObject<'_>,
    name: &JNIStr,
    len: usize,
) -> Result<Vec<i32>, Failed> {
    let array = env.get_field(of, name, jni_sig!("[I"))?.l()?;
    let array = env.cast_local::<JIntArray>(array)?;
    let mut read = vec![0; len];
    array.get_region(env, 0, &mut read)?;
    Ok(read)
}

fn longs(env: &mut Env<'_>, of: &JObject<'_>, len: usize) -> Result<Vec<i64>, Failed> {
    let array = env
        .get_field(of, jni_str!("numbers"), jni_sig!("[J"))?
        .l()?;
    let array = env.cast_local::<JLongArray>(array)?;
    let mut read = vec![0; len];
    array.get_region(env, 0, &mut read)?;
    Ok(read)
}
