//! Objects that Java knows by number. A call keeps its objects until it ends, even if Java frees them meanwhile.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use suiji_c::Object;

static OBJECTS: RwLock<BTreeMap<i64, Arc<Object>>> = RwLock::new(BTreeMap::new());
static NEXT: AtomicI64 = AtomicI64::new(1);

/// Keeps an object and returns its number, which is never used again.
pub(crate) fn keep(object: Object) -> i64 {
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let mut objects = OBJECTS.write().unwrap_or_else(PoisonError::into_inner);
    objects.insert(number, Arc::new(object));
    number
}

/// The object of a number; `None` if it was freed.
pub(crate) fn find(number: i64) -> Option<Arc<Object>> {
    let objects = OBJECTS.read().unwrap_or_else(PoisonError::into_inner);
    objects.get(&number).cloned()
}

/// Frees an object, once no call uses it.
pub(crate) fn free(number: i64) {
    let freed = {
        let mut objects = OBJECTS.write().unwrap_or_else(PoisonError::into_inner);
        objects.remove(&number)
    };
    drop(freed); // may take long, so not under the lock
}
