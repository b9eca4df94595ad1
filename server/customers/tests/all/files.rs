//! Files of a case: what comes in is looked at by its bytes, and pictures leave as something new.

use std::io::Cursor;

use base::{Base, Error};
use customers::{complaints, files};
use domain::{
    Field, Problem, Role, Why,
    customers::{complaint::ComplaintForm, file::FileType},
};
use image::{DynamicImage, GrayImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use testing::{actor, number, on_both, on_sqlite};

async fn log(base: &Base) -> String {
    let form = ComplaintForm {
        what: "The lamp broke".to_owned(),
        category: "product".to_owned(),
        channel: "in_person".to_owned(),
        unit: "3".to_owned(),
        happened_on: "2026-11-20".to_owned(),
        ..ComplaintForm::default()
    };
    complaints::log(base, Some(&actor(Role::Service, 2)), &form).await.unwrap().reference
}

async fn add(base: &Base, reference: &str, content: &[u8]) -> Result<(), Error> {
    files::add(base, Some(&actor(Role::Service, 2)), reference, content.to_vec()).await
}

fn why(result: Result<(), Error>) -> Why {
    match result.unwrap_err().into_problem() {
        Problem::Invalid(fields) if fields[0].field == Field::File => fields[0].why,
        other => panic!("{other:?}"),
    }
}

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// Wider than high, red on the left and blue on the right.
fn photograph() -> DynamicImage {
    DynamicImage::ImageRgb8(RgbImage::from_fn(64, 32, |x, _| match x < 32 {
        true => Rgb([250, 0, 0]),
        false => Rgb([0, 0, 250]),
    }))
}

/// A photograph that says where it was taken, and that it has to be turned to the right.
fn with_place() -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x02".to_vec();
    exif.extend(b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0");
    exif.extend(b"\x01\x0e\0\x02\0\0\0\x10\0\0\0\x26");
    exif.extend(b"\0\0\0\0TAKEN-AT-59.91N\0");
    let mut part = vec![0xff, 0xe1];
    part.extend(u16::try_from(exif.len() + 2).unwrap().to_be_bytes());
    part.extend(exif);
    let jpeg = encoded(&photograph(), ImageFormat::Jpeg);
    [&jpeg[..2], &part, &jpeg[2..]].concat()
}

const PDF: &[u8] =
    b"%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF\n";

#[tokio::test(flavor = "multi_thread")]
async fn a_photograph_is_turned_and_encoded_anew_without_its_place() {
    on_both(async |base| {
        let reference = log(&base).await;
        let taken = with_place();
        assert!(taken.windows(8).any(|window| window == b"TAKEN-AT"));
        add(&base, &reference, &taken).await.unwrap();
        let desk = actor(Role::Service, 2);
        let page = files::page(&base, Some(&desk), &reference).await.unwrap();
        assert_eq!(page.files[0].name, format!("{reference}-1.jpg"));
        let file = files::take(&base, Some(&desk), &reference, &page.files[0].name).await.unwrap();
        for trace in [b"TAKEN-AT".as_slice(), b"Exif"] {
            assert!(!file.content.windows(trace.len()).any(|window| window == trace));
        }
        let stored = image::load_from_memory(&file.content).unwrap().into_rgb8();
        assert_eq!(stored.dimensions(), (32, 64), "it stands upright");
        assert!(stored.get_pixel(16, 4)[0] > 200 && stored.get_pixel(16, 60)[2] > 200);
        // The same file again is the one that is there.
        add(&base, &reference, &taken).await.unwrap();
        assert_eq!(number(&base, "SELECT COUNT(*) FROM attachment").await, 1);
        let case = complaints::page(&base, Some(&desk), &reference, None).await.unwrap();
        assert_eq!((case.files.len(), case.events.len()), (1, 2));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_can_be_seen_through_stays_a_png_and_a_webp_becomes_what_every_reader_knows() {
    let (base, _folder) = on_sqlite().await;
    let reference = log(&base).await;
    let clear = DynamicImage::ImageRgba8(RgbaImage::from_pixel(8, 8, Rgba([1, 2, 3, 100])));
    add(&base, &reference, &encoded(&clear, ImageFormat::WebP)).await.unwrap();
    add(&base, &reference, &encoded(&photograph(), ImageFormat::WebP)).await.unwrap();
    add(&base, &reference, &encoded(&photograph(), ImageFormat::Png)).await.unwrap();
    let page = files::page(&base, Some(&actor(Role::Service, 2)), &reference).await.unwrap();
    let kinds: Vec<_> = page.files.iter().map(|file| file.kind).collect();
    assert_eq!(kinds, [FileType::Png, FileType::Jpeg, FileType::Png]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_stays_as_it_is_scripts_and_all() {
    let (base, _folder) = on_sqlite().await;
    let reference = log(&base).await;
    add(&base, &reference, PDF).await.unwrap();
    let desk = actor(Role::Service, 2);
    let file = files::take(&base, Some(&desk), &reference, &format!("{reference}-1.pdf")).await.unwrap();
    assert_eq!((file.kind, file.content.as_slice()), (FileType::Pdf, PDF));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_picture_or_document_or_is_broken_or_too_large_is_refused() {
    let (base, _folder) = on_sqlite().await;
    let reference = log(&base).await;
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    let jpeg = with_place();
    let png = encoded(&photograph(), ImageFormat::Png);
    let webp = encoded(&photograph(), ImageFormat::WebP);
    for (name, bytes) in [
        ("a drawing that calls itself a photograph", svg.as_slice()),
        ("a photograph that was cut off", &jpeg[..jpeg.len() - 20]),
        ("a picture that was cut off", &png[..png.len() / 2]),
        ("a small picture that was cut off", &webp[..webp.len() / 2]),
        ("a document that was cut off", &PDF[..PDF.len() - 8]),
        ("the beginning of a photograph", &[0xff, 0xd8, 0xff, 0xd9]),
        ("a web page", b"<!DOCTYPE html><script>alert(1)</script>"),
        ("a picture with nothing in it", b"\x89PNG\r\n\x1a\n"),
    ] {
        assert_eq!(why(add(&base, &reference, bytes).await), Why::NotAFile, "{name}");
    }
    assert_eq!(why(add(&base, &reference, b"").await), Why::Missing);
    let mut large = PDF.to_vec();
    large.resize(8 * 1024 * 1024 + 1, b' ');
    assert_eq!(why(add(&base, &reference, &large).await), Why::FileTooLarge);
    // Fifty megapixels are a few kilobytes when they are all alike.
    let huge = encoded(&DynamicImage::ImageLuma8(GrayImage::new(10_000, 5_000)), ImageFormat::Png);
    assert!(huge.len() < 1024 * 1024);
    assert_eq!(why(add(&base, &reference, &huge).await), Why::PictureTooLarge);
    assert_eq!(number(&base, "SELECT COUNT(*) FROM attachment").await, 0);
    assert_eq!(number(&base, "SELECT COUNT(*) FROM case_event").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sixth_file_is_one_too_many_until_another_goes() {
    on_both(async |base| {
        let reference = log(&base).await;
        let document = |number: u8| [PDF, &[b'0' + number, b'\n']].concat();
        for number in 0..5 {
            add(&base, &reference, &document(number)).await.unwrap();
        }
        assert_eq!(why(add(&base, &reference, &document(6)).await), Why::TooManyFiles);
        let desk = actor(Role::Service, 2);
        let second = format!("{reference}-2.pdf");
        files::remove(&base, Some(&desk), &reference, &second).await.unwrap();
        let gone = files::take(&base, Some(&desk), &reference, &second).await.unwrap_err().into_problem();
        assert_eq!(gone, Problem::NotFound);
        add(&base, &reference, &document(6)).await.unwrap();
        let page = files::page(&base, Some(&desk), &reference).await.unwrap();
        assert_eq!(page.files[4].name, format!("{reference}-6.pdf"), "no name is used twice");
        for role in [actor(Role::Service, 5), actor(Role::Manager, 6)] {
            let other = files::take(&base, Some(&role), &reference, &page.files[0].name).await;
            assert_eq!(other.unwrap_err().into_problem(), Problem::NotFound);
            assert_eq!(
                files::add(&base, Some(&role), &reference, PDF.to_vec()).await.unwrap_err().into_problem(),
                Problem::NotFound
            );
        }
    })
    .await;
}
