//! A post office that keeps what it is given.

use std::sync::{Arc, Mutex};

use service::{
    Services,
    mail::{Letter, Mailer, Post},
};

/// The letters in it.
#[derive(Default)]
pub struct Postbox(Mutex<Vec<Letter>>);

#[async_trait::async_trait]
impl Mailer for Postbox {
    async fn send(&self, letter: &Letter) -> Result<(), String> {
        self.0.lock().unwrap().push(letter.clone());
        Ok(())
    }
}

impl Postbox {
    /// Empties it.
    pub fn take(&self) -> Vec<Letter> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

/// The services with a post office.
pub fn with_box(services: &Services) -> (Services, Arc<Postbox>) {
    let mailer = Arc::new(Postbox::default());
    let post = Post { mailer: mailer.clone(), public_url: "https://trivsel.example/".to_owned() };
    (services.clone().with_post(post), mailer)
}
