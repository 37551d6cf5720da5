//! Converts parameters and results between Java and Rust.

use core::ops::ControlFlow;
use std::sync::Arc;

use jni::objects::{JByteArray, JLongArray, JObject, JObjectArray, JValue};
use jni::{Env, jni_sig, jni_str};
use suiji::Run;
use suiji_c::Object;

use crate::failed::Failed;
use crate::objects;

/// A parameter: its type in the signature of the Java method, and its conversion.
pub(crate) trait Parameter<'local>: Sized {
    /// The type that a native method receives.
    type Java;
    /// The type in the signature.
    const SIGNATURE: &'static str;
    fn read(env: &mut Env<'local>, value: Self::Java) -> Result<Self, Failed>;
}

impl<'local> Parameter<'local> for i32 {
    type Java = Self;
    const SIGNATURE: &'static str = "I";
    fn read(_: &mut Env<'local>, value: Self) -> Result<Self, Failed> {
        Ok(value)
    }
}

impl<'local> Parameter<'local> for i64 {
    type Java = Self;
    const SIGNATURE: &'static str = "J";
    fn read(_: &mut Env<'local>, value: Self) -> Result<Self, Failed> {
        Ok(value)
    }
}

/// A document or text; empty if it is null.
impl<'local> Parameter<'local> for Vec<u8> {
    type Java = JByteArray<'local>;
    const SIGNATURE: &'static str = "[B";
    fn read(env: &mut Env<'local>, value: Self::Java) -> Result<Self, Failed> {
        if value.is_null() {
            return Ok(Self::new());
        }
        Ok(env.convert_byte_array(&value)?)
    }
}

impl<'local> Parameter<'local> for Vec<i64> {
    type Java = JLongArray<'local>;
    const SIGNATURE: &'static str = "[J";
    fn read(env: &mut Env<'local>, value: Self::Java) -> Result<Self, Failed> {
        let mut numbers = vec![0; value.len(env)?];
        value.get_region(env, 0, &mut numbers)?;
        Ok(numbers)
    }
}

/// A handle. The Java object is also a parameter, so it is not collected before its number is read.
impl<'local> Parameter<'local> for Arc<Object> {
    type Java = JObject<'local>;
    const SIGNATURE: &'static str = "Lorg/suiji/internal/Handle;";
    fn read(env: &mut Env<'local>, value: Self::Java) -> Result<Self, Failed> {
        let number = env.get_field(&value, jni_str!("number"), jni_sig!("J"))?;
        objects::find(number.j()?).ok_or(Failed::Closed)
    }
}

/// A handle that may be null.
impl<'local> Parameter<'local> for Option<Arc<Object>> {
    type Java = JObject<'local>;
    const SIGNATURE: &'static str = <Arc<Object> as Parameter<'_>>::SIGNATURE;
    fn read(env: &mut Env<'local>, value: Self::Java) -> Result<Self, Failed> {
        match value.is_null() {
            true => Ok(None),
            false => Parameter::read(env, value).map(Some),
        }
    }
}

/// The receiver of the progress, or null.
pub(crate) struct Watch<'local>(JObject<'local>);

impl<'local> Parameter<'local> for Watch<'local> {
    type Java = JObject<'local>;
    const SIGNATURE: &'static str = "Lorg/suiji/internal/Watch;";
    fn read(_: &mut Env<'local>, value: Self::Java) -> Result<Self, Failed> {
        Ok(Self(value))
    }
}

/// The columns of a chunk; [`crate::columns`] reads them.
impl<'local> Parameter<'local> for JObjectArray<'local> {
    type Java = Self;
    const SIGNATURE: &'static str = "[Lorg/suiji/internal/Column;";
    fn read(_: &mut Env<'local>, value: Self) -> Result<Self, Failed> {
        Ok(value)
    }
}

/// The run of a call. The watch is called on the thread of the call. Its exception stays pending, and cancels the call.
pub(crate) fn run(env: &Env<'_>, threads: i32, watch: &Watch<'_>) -> Result<Run, Failed> {
    let run = Run::default().threads(usize::try_from(threads).unwrap_or_default());
    if watch.0.is_null() {
        return Ok(run);
    }
    let (vm, watch) = (env.get_java_vm()?, env.new_global_ref(&watch.0)?);
    Ok(run.on_progress(move |progress| {
        let number = |count: u64| JValue::Long(i64::try_from(count).unwrap_or(i64::MAX));
        let goes_on = vm.with_local_frame(4, |env| {
            let stage = env.new_string(progress.stage.as_str())?;
            let arguments = [
                JValue::Object(&stage),
                number(progress.done),
                number(progress.total),
            ];
            let signature = jni_sig!("(Ljava/lang/String;JJ)Z");
            let answer = env.call_method(&watch, jni_str!("progress"), signature, &arguments)?;
            answer.z()
        });
        match goes_on {
            Ok(true) => ControlFlow::Continue(()),
            Ok(false) | Err(_) => ControlFlow::Break(()),
        }
    }))
}

/// A result: its type in the signature of the Java method, and its conversion.
pub(crate) trait Answer<'local> {
    /// The type that a native method returns.
    type Java: Default;
    /// The type in the signature.
    const SIGNATURE: &'static str;
    fn give(self, env: &mut Env<'local>) -> Result<Self::Java, Failed>;
}

impl<'local> Answer<'local> for () {
    type Java = ();
    const SIGNATURE: &'static str = "V";
    fn give(self, _: &mut Env<'local>) -> Result<(), Failed> {
        Ok(())
    }
}

impl<'local> Answer<'local> for i64 {
    type Java = Self;
    const SIGNATURE: &'static str = "J";
    fn give(self, _: &mut Env<'local>) -> Result<Self, Failed> {
        Ok(self)
    }
}

/// The number of an object.
pub(crate) struct Kept(pub(crate) Object);

impl<'local> Answer<'local> for Kept {
    type Java = i64;
    const SIGNATURE: &'static str = "J";
    fn give(self, _: &mut Env<'local>) -> Result<i64, Failed> {
        Ok(objects::keep(self.0))
    }
}

/// A document or text; null if there is none.
pub(crate) struct Text(pub(crate) Option<Object>);

impl<'local> Answer<'local> for Text {
    type Java = JByteArray<'local>;
    const SIGNATURE: &'static str = "[B";
    fn give(self, env: &mut Env<'local>) -> Result<Self::Java, Failed> {
        match self.0.as_ref().and_then(Object::data) {
            Some(bytes) => Ok(env.byte_array_from_slice(bytes)?),
            None => Ok(JByteArray::null()),
        }
    }
}
