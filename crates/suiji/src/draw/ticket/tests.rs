//! Selection with given tickets: equal chances, and the effect of a change of frame or take.

use std::collections::BTreeMap;

use super::*;

/// The entity at a position, with that number as its ticket.
fn given(number: u8, position: u32) -> Ticketed {
    Ticketed {
        ticket: Digest::from_bytes([number; 32]),
        position,
    }
}

fn all_given(numbers: &[u8]) -> Vec<Ticketed> {
    let each = (0..).zip(numbers);
    each.map(|(at, &number)| given(number, at)).collect()
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
    // [D3], for all takes from frames of up to eight entities. With reserves, each subset occurs with each list of
    // reserves.
    let mut draws = 0_u32;
    for size in 1..=8_u8 {
        let all = u64::from(size);
        let mut by_take: Vec<_> = (0..=all)
            .map(|take| [0, 1, 2].map(|reserves| (take, reserves, BTreeMap::new())))
            .collect();
        orders(&mut (0..size).collect::<Vec<_>>(), 0, &mut |numbers| {
            let tickets = all_given(numbers);
            for (take, reserves, counts) in by_take.iter_mut().flatten() {
                let outcome = choose(&tickets, *take, *reserves);
                *counts.entry(outcome).or_insert(0_u32) += 1;
                draws += 1;
            }
        });
        for (take, reserves, counts) in by_take.iter().flatten() {
            // There are n!/(k!(n − k)!) subsets, each with (n − k)(n − k − 1)… lists of reserves.
            let subsets = (0..*take).fold(1, |so_far, at| so_far * (all - at) / (at + 1));
            let listed = (*reserves).min(all - take);
            let lists: u64 = (0..listed).map(|at| all - take - at).product();
            let mut times = counts.values();
            let first = times.next();
            assert!(
                counts.len() as u64 == subsets * lists && times.all(|count| Some(count) == first),
                "{take} of {size}, {reserves} reserves"
            );
        }
    }
    // 3·(2! + 3! + … + 9!).
    assert_eq!(draws, 1_227_336);
}

/// All lists of up to six tickets with three different values, so that many are equal.
fn lists(each: impl Fn(&[u8])) {
    for size in 1..=6 {
        for number in 0..3_u32.pow(size) {
            let digit = |place| u8::try_from(number / 3_u32.pow(place) % 3).unwrap();
            each(&(0..size).map(digit).collect::<Vec<u8>>());
        }
    }
}

#[test]
fn a_larger_take_contains_the_smaller_and_reserves_are_the_next() {
    // [D3]: of equal tickets, the one with the smaller id comes first.
    lists(|numbers| {
        let tickets = all_given(numbers);
        for (take, more) in (0..7).flat_map(|take| (0..7).map(move |more| (take, more))) {
            let (less, reserves) = choose(&tickets, take, more);
            let (all, _) = choose(&tickets, take + more, 0);
            assert!(less.iter().all(|one| all.contains(one)));
            let mut both = [less, reserves].concat();
            both.sort_unstable();
            assert_eq!(both, all, "{numbers:?}: {take}, {more} more");
        }
    });
}

#[test]
fn one_firm_more_displaces_at_most_one_of_its_stratum() {
    // [D3]
    lists(|numbers| {
        let (newcomer, others) = numbers.split_last().unwrap();
        let mut tickets = all_given(others);
        for take in 0..7 {
            let (before, _) = choose(&tickets, take, 0);
            let place = narrow(tickets.len());
            tickets.push(given(*newcomer, place));
            let (after, _) = choose(&tickets, take, 0);
            tickets.pop();
            let gone = before.iter().filter(|one| !after.contains(one)).count();
            let come: Vec<&u32> = after.iter().filter(|one| !before.contains(one)).collect();
            let full = before.len() as u64 == take;
            assert!(come.is_empty() || come == [&place]);
            assert_eq!(gone, usize::from(full && !come.is_empty()));
            assert!(
                full || !come.is_empty(),
                "where not all are taken there is room"
            );
        }
    });
}
