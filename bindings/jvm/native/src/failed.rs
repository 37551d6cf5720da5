//! The reasons why a call has no result, as Java exceptions.

use jni::errors::{Error, ErrorPolicy};
use jni::objects::{JThrowable, JValue};
use jni::strings::JNIString;
use jni::{Env, jni_sig, jni_str};
use suiji::Lang;
use suiji_c::{Failure, SUIJI_MISUSE, SUIJI_PANIC};

/// The reason why a call has no result.
pub(crate) enum Failed {
    /// The library refused the input, or the caller made a mistake.
    Call(Failure),
    /// Java freed an object before the call began.
    Closed,
    /// A method of JNI failed; an exception may be pending.
    Java(Error),
}

impl From<Failure> for Failed {
    fn from(failure: Failure) -> Self {
        Self::Call(failure)
    }
}

impl From<Error> for Failed {
    fn from(error: Error) -> Self {
        Self::Java(error)
    }
}

/// Throws the exception of a [`Failed`]. An exception from a listener is already pending, and stays.
#[derive(Debug)]
pub(crate) enum Throw {}

impl<T: Default> ErrorPolicy<T, Failed> for Throw {
    type Captures<'unowned_env_local: 'native_method, 'native_method> = ();

    fn on_error<'unowned_env_local: 'native_method, 'native_method>(
        env: &mut Env<'unowned_env_local>,
        (): &mut (),
        failed: Failed,
    ) -> jni::errors::Result<T> {
        if !env.exception_check() {
            throw(env, &failed)?;
        }
        Ok(T::default())
    }

    fn on_panic<'unowned_env_local: 'native_method, 'native_method>(
        env: &mut Env<'unowned_env_local>,
        (): &mut (),
        _: Box<dyn std::any::Any + Send + 'static>,
    ) -> jni::errors::Result<T> {
        // The panic has written its message and place to stderr.
        let text = "suiji 内部错误，请报告 (a bug in suiji: please report it, with what it wrote to stderr)";
        env.throw_new(jni_str!("java/lang/AssertionError"), JNIString::from(text))?;
        Ok(T::default())
    }
}

fn throw(env: &mut Env<'_>, failed: &Failed) -> jni::errors::Result<()> {
    let (class, text) = match failed {
        Failed::Call(failure) if failure.status() == SUIJI_MISUSE => {
            let text = format!(
                "{} ({})",
                failure.message(Lang::Zh),
                failure.message(Lang::En)
            );
            (jni_str!("java/lang/IllegalArgumentException"), text)
        }
        Failed::Call(failure) if failure.status() == SUIJI_PANIC => {
            (jni_str!("java/lang/AssertionError"), failure.to_string())
        }
        Failed::Call(failure) => return refuse(env, failure),
        Failed::Closed => {
            let text = "对象已关闭 (the object is closed)".to_owned();
            (jni_str!("java/lang/IllegalStateException"), text)
        }
        Failed::Java(error) => (jni_str!("java/lang/AssertionError"), error.to_string()),
    };
    env.throw_new(class, JNIString::from(text))
}

fn refuse(env: &mut Env<'_>, failure: &Failure) -> jni::errors::Result<()> {
    let parts = [
        failure.to_string(),
        failure.message(Lang::Zh),
        failure.to_json(),
    ];
    let [message, chinese, json] = parts;
    let message = env.byte_array_from_slice(message.as_bytes())?;
    let chinese = env.byte_array_from_slice(chinese.as_bytes())?;
    let json = env.byte_array_from_slice(json.as_bytes())?;
    // The class of the loader that loaded this library, not the one of the thread's context.
    let class = env.find_class(jni_str!("org/suiji/SuijiException"))?;
    let thrown = env.new_object(
        &class,
        jni_sig!("([B[B[B)V"),
        &[
            JValue::Object(&message),
            JValue::Object(&chinese),
            JValue::Object(&json),
        ],
    )?;
    let thrown = env.cast_local::<JThrowable>(thrown)?;
    env.throw(&thrown)
}
