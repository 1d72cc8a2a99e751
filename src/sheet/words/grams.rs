//! An index of a long text: many quotes are found in the time of one pass over it, and not of one pass each.

/// The bytes of a gram, a stretch of the text whose places are known.
const WIDTH: usize = 8;
/// There are at most two to this power buckets of grams: some 32 MiB of them.
const MOST_BITS: u32 = 22;

/// Where each gram of a text stands.
#[derive(Debug)]
pub struct Grams {
    /// Every place, by bucket, and within one in the order of the text.
    places: Vec<u32>,
    /// For each bucket where it begins in `places`; the next one begins where it ends.
    begins: Vec<usize>,
    /// How many bits of a hash are dropped, so that the rest is the number of a bucket.
    dropped: u32,
}

impl Grams {
    pub(crate) fn new(text: &str) -> Self {
        let bits = text.len().checked_ilog2().unwrap_or(0).clamp(1, MOST_BITS);
        let dropped = u64::BITS - bits;
        let mut begins = vec![0; (1 << bits) + 1];
        for gram in text.as_bytes().windows(WIDTH) {
            if let Some(count) = begins.get_mut(bucket(gram, dropped) + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for begin in &mut begins {
            sum += *begin;
            *begin = sum;
        }
        Self {
            places: places(text.as_bytes(), &begins, dropped),
            begins,
            dropped,
        }
    }

    /// Every place in the text of some words, in its order; `None` where they are too short to be looked up.
    ///
    /// `text` is the one that was indexed.
    pub(crate) fn find(&self, words: &str, text: &str) -> Option<Vec<usize>> {
        let grams = words.as_bytes().windows(WIDTH).enumerate();
        // The one that stands in the fewest places: many quotes begin alike.
        let rarest = grams.min_by_key(|(_, gram)| self.bucket(gram).len());
        let (offset, gram) = rarest?;
        let starts = self.bucket(gram).iter().filter_map(|place| {
            let start = usize::try_from(*place).ok()?.checked_sub(offset)?;
            let here = text.as_bytes().get(start..)?;
            here.starts_with(words.as_bytes()).then_some(start)
        });
        Some(starts.collect())
    }

    fn bucket(&self, gram: &[u8]) -> &[u32] {
        let number = bucket(gram, self.dropped);
        let range = self.begins.get(number).zip(self.begins.get(number + 1));
        range
            .and_then(|(begin, end)| self.places.get(*begin..*end))
            .unwrap_or_default()
    }
}

/// The places of all grams, put into the buckets that begin there.
fn places(text: &[u8], begins: &[usize], dropped: u32) -> Vec<u32> {
    let mut next = begins.to_vec();
    let mut places = vec![0; text.len().saturating_sub(WIDTH - 1)];
    for (place, gram) in (0..).zip(text.windows(WIDTH)) {
        let Some(next) = next.get_mut(bucket(gram, dropped)) else {
            continue;
        };
        if let Some(slot) = places.get_mut(*next) {
            *slot = place;
        }
        *next += 1;
    }
    places
}

/// The bucket of a gram: its bytes as a number, spread by multiplication, of which the upper bits stay.
fn bucket(gram: &[u8], dropped: u32) -> usize {
    let bytes: [u8; WIDTH] = gram.try_into().unwrap_or_default();
    let spread = u64::from_le_bytes(bytes).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    usize::try_from(spread >> dropped).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Few letters, so that there are many places.
        #[test]
        fn every_place_is_found(text in "[ab ]{0,400}|[абв🚋]{0,60}", start in 0_usize..400, length in 0_usize..30) {
            let words: String = text.chars().skip(start).take(length).collect();
            let found = Grams::new(&text).find(&words, &text);
            prop_assert_eq!(found.is_none(), words.len() < WIDTH);
            if let Some(found) = found {
                let all = text.char_indices().map(|(place, _)| place);
                let expected: Vec<usize> = all.filter(|place| text[*place..].starts_with(&words)).collect();
                prop_assert_eq!(found, expected);
            }
        }
    }

    #[test]
    fn what_stands_nowhere_is_found_nowhere() {
        let grams = Grams::new("We can sell you forty trams");
        assert_eq!(
            grams.find("forty-one trams", "We can sell you forty trams"),
            Some(Vec::new())
        );
        assert_eq!(Grams::new("").find("We can sell", ""), Some(Vec::new()));
    }
}
