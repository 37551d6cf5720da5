//! SM3 of GB/T 32905 over words of several lanes.

use super::BLOCK;
use super::words::{Words, of_blocks, sixteen};

/// The chaining value at the start: GB/T 32905, 4.1.
pub(super) const START: [u32; 8] = [
    0x7380_166f,
    0x4914_b2b9,
    0x1724_42d7,
    0xda8a_0600,
    0xa96f_30bc,
    0x1631_38aa,
    0xe38d_ee4d,
    0xb0fb_0e4e,
];

/// The constants of the rounds, each rotated by its number: GB/T 32905, 4.2 and 5.3.3.
const ROUNDS: [u32; 64] = {
    let mut rounds = [0_u32; 64];
    let mut t = 0_u32;
    while t < 64 {
        let round: u32 = if t < 16 { 0x79cc_4519 } else { 0x7a87_9d8a };
        rounds[t as usize] = round.rotate_left(t % 32);
        t += 1;
    }
    rounds
};

/// GB/T 32905, 5.3.
#[inline(always)]
pub(super) fn compress<const N: usize, W: Words<N>>(
    state: &mut [[u32; N]; 8],
    blocks: &[&[u8; BLOCK]; N],
) {
    // Sixteen words of the expanded message, from W[t] on, in a ring.
    let mut ring: [W; 16] = of_blocks(blocks);
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] =
        state.map(|words| W::load(&words));
    for (quarter, rounds) in ROUNDS.as_chunks::<16>().0.iter().enumerate() {
        sixteen!(T => {
            let turned = a.turned::<12, 20>();
            let first = turned.plus(e).plus(W::all(rounds[T])).turned::<7, 25>();
            let second = first.xor(turned);
            let (now, four) = (ring[T], ring[(T + 4) % 16]);
            let (ff, gg) = match quarter {
                0 => (a.xor(b).xor(c), e.xor(f).xor(g)),
                _ => (a.majority(b, c), e.choose(f, g)),
            };
            let left = ff.plus(d).plus(second).plus(now.xor(four));
            let right = gg.plus(h).plus(first).plus(now);
            (d, c, b, a) = (c, b.turned::<9, 23>(), a, left);
            (h, g, f, e) = (g, f.turned::<19, 13>(), e, right.xor(right.turned::<9, 23>()).xor(right.turned::<17, 15>()));
            // W[t + 16] replaces W[t].
            let mixed = now.xor(ring[(T + 7) % 16]).xor(ring[(T + 13) % 16].turned::<15, 17>());
            let mixed = mixed.xor(mixed.turned::<15, 17>()).xor(mixed.turned::<23, 9>());
            ring[T] = mixed.xor(ring[(T + 3) % 16].turned::<7, 25>()).xor(ring[(T + 10) % 16]);
        });
    }
    for (word, found) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
        *word = W::load(word).xor(found).store();
    }
}
