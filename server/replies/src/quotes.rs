//! What stands between quotation marks, or behind `>` in a reply by mail, is not the writer's own.

/// A quotation longer than this is a mark that somebody forgot to close.
const LONGEST: usize = 600;

/// The quoted places of a letter, in characters, in order.
pub(crate) struct Quotes(Vec<(usize, usize)>);

impl Quotes {
    /// Finds the quoted places. Linear: each mark is looked at once.
    pub(crate) fn find(chars: &[(usize, char)]) -> Self {
        let mut quoted = Vec::new();
        let mut open: Option<(usize, char)> = None;
        let mut line_is_quoted = None;
        let mut at_line_start = true;
        for (at, (_, c)) in chars.iter().enumerate() {
            let neighbour = |at: Option<usize>| at.and_then(|at| chars.get(at)).map(|(_, c)| *c);
            let before = neighbour(at.checked_sub(1));
            let after = neighbour(Some(at + 1));
            if *c == '\n' {
                if let Some(from) = line_is_quoted.take() {
                    quoted.push((from, at));
                }
                if after == Some('\n') {
                    open = None;
                }
                at_line_start = true;
                continue;
            }
            if *c == '>' && at_line_start {
                line_is_quoted = Some(at);
            }
            at_line_start &= c.is_whitespace();
            match open {
                Some((from, close)) if closes(*c, close, after) => {
                    if at - from <= LONGEST {
                        quoted.push((from, at));
                    }
                    open = None;
                }
                None => open = opens(*c, before, after).map(|close| (at, close)),
                Some(_) => {}
            }
        }
        if let Some(from) = line_is_quoted {
            quoted.push((from, chars.len()));
        }
        quoted.sort_unstable();
        Self(quoted)
    }

    /// Whether the character at this place is quoted.
    pub(crate) fn covers(&self, at: usize) -> bool {
        let next = self.0.partition_point(|(from, _)| *from <= at);
        next.checked_sub(1).and_then(|last| self.0.get(last)).is_some_and(|(_, to)| at < *to)
    }
}

/// The mark that closes what this one opens.
fn opens(c: char, before: Option<char>, after: Option<char>) -> Option<char> {
    let stands_before_word =
        !before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric);
    match c {
        '"' => Some('"'),
        '“' | '„' | '”' => Some('”'),
        '«' => Some('»'),
        '»' => Some('«'),
        '‘' if stands_before_word => Some('’'),
        '\'' if stands_before_word => Some('\''),
        _ => None,
    }
}

/// An apostrophe inside a word closes nothing.
fn closes(c: char, close: char, after: Option<char>) -> bool {
    match close {
        '’' | '\'' => c == close && !after.is_some_and(char::is_alphanumeric),
        '”' => matches!(c, '”' | '“'),
        _ => c == close,
    }
}
