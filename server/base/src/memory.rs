//! What areas keep in memory: of what the database holds, so that it is not read anew for every request, and of what
//! waits to be stored.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

/// One value of each type, shared by all copies of a base.
#[derive(Clone, Default)]
pub struct Memory(Arc<Mutex<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>>);

impl Memory {
    /// The value of a type; a default one the first time.
    pub fn of<T: Any + Send + Sync + Default>(&self) -> Arc<T> {
        let mut values = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let value = values.entry(TypeId::of::<T>()).or_insert_with(|| Arc::new(T::default()));
        // The key is the type, so that this never falls back.
        Arc::clone(value).downcast().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_type_has_one_value_that_all_copies_share() {
        let memory = Memory::default();
        *memory.of::<Mutex<u32>>().lock().unwrap() = 7;
        assert_eq!(*memory.clone().of::<Mutex<u32>>().lock().unwrap(), 7);
        assert_eq!(*memory.of::<Mutex<u64>>().lock().unwrap(), 0);
    }
}
