//! Selection by tickets: equal chances, and what a change of frame or take may change.

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;

use super::*;
use crate::chance::{Counts, SEEDS};
use crate::frame::Stratum;
use crate::inputs::registry::Entity;

/// A ticket that is the number, for the entity at that position.
fn given(number: u8, position: u32) -> Ticketed {
    Ticketed {
        ticket: Digest::from_bytes([number; 32]),
        position,
    }
}

fn choose(tickets: &[Ticketed], take: u64, reserves: u64) -> (Vec<u32>, Vec<u32>) {
    let (selected, reserves) = smallest(tickets.to_vec(), take, reserves, &Run::default()).unwrap();
    let positions = |list: Vec<Ticketed>| list.iter().map(|of| of.position).collect::<Vec<_>>();
    let mut selected = positions(selected);
    selected.sort_unstable();
    (selected, positions(reserves))
}

/// All orders of the numbers, each once.
fn orders(numbers: &mut [u8], from: usize, each: &mut impl FnMut(&[u8])) {
    if from == numbers.len() {
        return each(numbers);
    }
    for at in from..numbers.len() {
        numbers.swap(from, at);
        orders(numbers, from + 1, each);
        numbers.swap(from, at);
    }
}

#[test]
fn over_all_orders_of_the_tickets_each_subset_is_drawn_equally_often() {
    // [D3], for all frames of up to eight and all takes; with reserves each subset with each list of reserves.
    let mut draws = 0_u32;
    for size in 1..=8_u8 {
        let all = u64::from(size);
        let mut by_take: Vec<_> = (0..=all)
            .map(|take| [0, 1, 2].map(|reserves| (take, reserves, Counts::new())))
            .collect();
        orders(&mut (0..size).collect::<Vec<_>>(), 0, &mut |numbers| {
            let tickets: Vec<Ticketed> = (0..).zip(numbers).map(|(at, &n)| given(n, at)).collect();
            for (take, reserves, counts) in by_take.iter_mut().flatten() {
                counts.add(choose(&tickets, *take, *reserves));
                draws += 1;
            }
        });
        for (take, reserves, counts) in by_take.iter().flatten() {
            // n!/(k!(n − k)!) subsets, with (n − k)(n − k − 1)… lists of reserves each.
            let subsets = (0..*take).fold(1, |so_far, at| so_far * (all - at) / (at + 1));
            let listed = (*reserves).min(all - take);
            let lists: u64 = (0..listed).map(|at| all - take - at).product();
            let cells = usize::try_from(subsets * lists).unwrap();
            assert!(
                counts.all_equal(cells),
                "{take} of {size}, {reserves} reserves"
            );
        }
    }
    // 3·(2! + 3! + … + 9!).
    assert_eq!(draws, 1_227_336);
}

/// Ten entities in strata of 3, 5 and 2.
fn registry() -> (Registry, Frame) {
    let ids: Vec<String> = (0..10).map(|n| format!("F-{n}")).collect();
    let rows = ids.iter().map(|id| Entity::new(id, "样例"));
    let stratum = |name: &str, size| Stratum {
        name: name.into(),
        size,
    };
    let frame = Frame {
        rows: (0..10).collect(),
        stratum: vec![0, 1, 1, 2, 0, 1, 0, 2, 1, 1],
        excluded: Vec::new(),
        strata: vec![stratum("high", 3), stratum("general", 5), stratum("low", 2)],
    };
    (Registry::from_rows(rows).unwrap(), frame)
}

fn of_stratum(frame: &Frame, list: &[Ticketed], stratum: u8) -> Vec<u32> {
    let positions = list.iter().map(|of| of.position);
    let mut positions: Vec<u32> = positions
        .filter(|&position| frame.stratum[wide(position)] == stratum)
        .collect();
    positions.sort_unstable();
    positions
}

#[test]
fn over_many_seeds_strata_reserves_and_visits_have_equal_chances() {
    // [D1], [D2], [D3]
    let (registry, frame) = registry();
    let secret = Secret::from_bytes([9; 32]);
    for (hash, secret) in [(Hash::Sha256, None), (Hash::Sm3, Some(&secret))] {
        let (mut middle, mut reserve, mut across) = (Counts::new(), Counts::new(), Counts::new());
        let (mut first, mut place) = (Counts::new(), Counts::new());
        for number in 0..SEEDS {
            let seed = hash.derive("seed of a test", &[&number.to_be_bytes()]);
            let drawing = Drawing {
                hash,
                keys: Keys::of(hash, &seed, "task", "J1"),
                secret,
                registry: &registry,
                frame: &frame,
            };
            let drawn = drawing.select(&[1, 2, 1], 1, &Run::default()).unwrap();
            let strata = [0, 1, 2].map(|stratum| of_stratum(&frame, &drawn.selected, stratum));
            let spare = drawn.reserves[1].position;
            middle.add((strata[1].clone(), spare));
            reserve.add((drawn.reserves[0].position, drawn.reserves[2].position));
            across.add((strata[0].clone(), strata[1].clone(), strata[2].clone()));
            let kinds = drawn
                .selected
                .iter()
                .map(|of| frame.stratum[wide(of.position)]);
            place.add(kinds.clone().position(|kind| kind == 0));
            // Of the two of the middle stratum, the first in the order of visits.
            let visited = drawn.selected.iter().map(|of| of.position);
            let mut of_middle = visited.filter(|position| strata[1].contains(position));
            first.add((of_middle.next(), of_middle.next()));
        }
        assert!(
            middle.are_by_chance(30),
            "{hash}: subset and reserve, {middle:?}"
        );
        assert!(
            reserve.are_by_chance(6),
            "{hash}: reserves of two strata, {reserve:?}"
        );
        assert!(
            across.are_by_chance(60),
            "{hash}: strata together, {across:?}"
        );
        assert!(
            first.are_by_chance(20),
            "{hash}: who is visited first, {first:?}"
        );
        assert!(
            place.are_by_chance(4),
            "{hash}: place of a class in the list, {place:?}"
        );
    }
}

proptest! {
    #![proptest_config(crate::chance::cases())]

    #[test]
    fn a_larger_take_contains_the_smaller_and_reserves_are_the_next(
        numbers in vec(any::<u8>(), 1..40), take in 0_u64..40, more in 0_u64..40,
    ) {
        // [D3]: equal tickets too, of which the smaller id goes first.
        let tickets: Vec<Ticketed> = (0..).zip(&numbers).map(|(at, &n)| given(n, at)).collect();
        let (less, reserves) = choose(&tickets, take, more);
        let (all, _) = choose(&tickets, take + more, 0);
        prop_assert!(less.iter().all(|one| all.contains(one)));
        let mut both = [less, reserves].concat();
        both.sort_unstable();
        prop_assert_eq!(both, all);
    }

    #[test]
    fn one_firm_more_displaces_at_most_one_of_its_stratum(
        numbers in vec(any::<u8>(), 1..40), new in any::<u8>(), take in 0_u64..40,
    ) {
        // [D3]
        let mut tickets: Vec<Ticketed> = (0..).zip(&numbers).map(|(at, &n)| given(n, at)).collect();
        let (before, _) = choose(&tickets, take, 0);
        let newcomer = narrow(tickets.len());
        tickets.push(given(new, newcomer));
        let (after, _) = choose(&tickets, take, 0);
        let gone = before.iter().filter(|one| !after.contains(one)).count();
        let come: Vec<&u32> = after.iter().filter(|one| !before.contains(one)).collect();
        let full = before.len() as u64 == take;
        prop_assert!(come.is_empty() || come == [&newcomer]);
        prop_assert_eq!(gone, usize::from(full && !come.is_empty()));
        prop_assert!(full || !come.is_empty(), "where not all are taken there is room");
    }

    #[test]
    fn to_filter_and_draw_is_to_draw_and_filter(
        seed in any::<[u8; 32]>(), kept in btree_set(0_u32..10, 1..10), take in 0_u64..10,
        blinded in any::<bool>(),
    ) {
        // [D2], [D3]: a part of the frame draws the first of its own in the order of the whole.
        let (registry, mut frame) = registry();
        frame.stratum = vec![0; 10];
        frame.strata.truncate(1);
        let secret = Secret::from_bytes([9; 32]);
        let part = Frame { rows: kept.iter().copied().collect(), ..frame.clone() };
        let draw = |frame: &Frame, take: u64| {
            let drawing = Drawing {
                hash: Hash::Sha256,
                keys: Keys::of(Hash::Sha256, &Digest::from_bytes(seed), "coordination", "g"),
                secret: blinded.then_some(&secret),
                registry: &registry,
                frame,
            };
            // All as reserves are all in the order of tickets.
            let drawn = drawing.select(&[take], 10 - take, &Run::default()).unwrap();
            let ids = |list: &[Ticketed]| -> Vec<String> {
                list.iter().map(|one| drawing.id(one).to_owned()).collect()
            };
            (ids(&drawn.selected), ids(&drawn.reserves))
        };
        let ids: Vec<String> = kept.iter().map(|row| registry.id(wide(*row)).to_owned()).collect();
        let (_, whole) = draw(&frame, 0);
        let filtered: Vec<String> = whole.into_iter().filter(|id| ids.contains(id)).collect();
        let (mut selected, reserves) = draw(&part, take);
        let taken = selected.len();
        prop_assert_eq!(taken, filtered.len().min(usize::try_from(take).unwrap()));
        selected.sort();
        let mut first = filtered[..taken].to_vec();
        first.sort();
        prop_assert_eq!(selected, first);
        prop_assert_eq!(&reserves[..], &filtered[taken..]);
        // The order of visits of the part is that of the whole as well.
        let (everybody, _) = draw(&frame, 10);
        let order: Vec<String> = everybody.into_iter().filter(|id| ids.contains(id)).collect();
        let (all_of_part, _) = draw(&part, 10);
        prop_assert_eq!(all_of_part, order);
    }
}
