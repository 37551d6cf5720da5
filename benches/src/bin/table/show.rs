//! Prints the figures: a table for each frame, then the goals for all of them.

use suiji_benches::{Figures, Frame, Group, KERNELS, Line, decimal, grouped};
use suiji_hash::{Suite, paths};

/// A goal: a ratio of sums of lines.
struct Goal {
    name: &'static str,
    of: &'static [&'static str],
    to: &'static [&'static str],
    /// The limit in thousandths, and whether the ratio must be at least the limit. None if it is not a goal.
    limit: Option<(u64, bool)>,
}

const fn at_most(
    name: &'static str,
    of: &'static [&'static str],
    to: &'static [&'static str],
    limit: u64,
) -> Goal {
    Goal {
        name,
        of,
        to,
        limit: Some((limit, false)),
    }
}

const ONE: &[&str] = &["seal", "draw"];

const GOALS: [Goal; 10] = [
    at_most("1 seal + draw / the four kernels", ONE, &KERNELS, 1300),
    Goal {
        name: "  seal + draw / the same, side by side",
        of: ONE,
        to: &["lanes_rows", "lanes_frame", "lanes_tickets", "smallest"],
        limit: None,
    },
    at_most(
        "2 draw all / sort its order hashes",
        &["draw_all"],
        &["sort"],
        1500,
    ),
    Goal {
        name: "  draw all / tickets twice + sort",
        of: &["draw_all"],
        to: &["plain_tickets", "plain_tickets", "sort"],
        limit: None,
    },
    at_most(
        "3 eight tasks / one, sealed and drawn",
        &["seal_eight", "draw_eight"],
        ONE,
        1600,
    ),
    Goal {
        name: "4 read: one thread / two",
        of: &["read"],
        to: &["read_two"],
        limit: Some((1800, true)),
    },
    Goal {
        name: "4 seal: one thread / two",
        of: &["seal"],
        to: &["seal_two"],
        limit: Some((1800, true)),
    },
    Goal {
        name: "4 draw: one thread / two",
        of: &["draw"],
        to: &["draw_two"],
        limit: Some((1800, true)),
    },
    at_most("5 read / serde_json", &["read"], &["parse"], 1200),
    at_most("7 verify / seal + draw", &["verify"], ONE, 1000),
];

/// All figures as text.
pub(crate) fn text(figures: &Figures) -> String {
    let machine = &figures.machine;
    let memory = machine
        .memory
        .map_or_else(String::new, |bytes| format!(", {} GiB", bytes >> 30));
    let mut text = format!(
        "{}, {} cores{memory}; medians of {} rounds; one thread, except where a line says two\n",
        machine.processor, machine.cores, figures.rounds
    );
    for frame in &figures.frames {
        push_frame(&mut text, frame);
    }
    if figures
        .frames
        .iter()
        .any(|frame| frame.line("seal").is_some())
    {
        push_goals(&mut text, &figures.frames);
    }
    text
}

fn push_frame(text: &mut String, frame: &Frame) {
    text.push_str(&format!(
        "\n{} entities, {}, rows of {} bytes; peak of the process {} MiB\n{:56}{:>10}{:>8}{:>10}{:>8}\n",
        grouped(frame.size),
        frame.hash,
        frame.row_bytes,
        grouped(frame.peak_bytes >> 20),
        "",
        "ns each",
        "spread",
        "× kernels",
        "bytes",
    ));
    let suite = match &*frame.hash {
        "sm3" => Suite::Sm3,
        _ => Suite::Sha256,
    };
    let path = paths(suite)
        .last()
        .map_or_else(String::new, |path| format!("{path:?}"));
    let groups = [
        (Group::Step, "suiji".to_owned()),
        (
            Group::Kernel,
            "kernels, one message at a time (sha2, sm3)".to_owned(),
        ),
        (
            Group::Lanes,
            format!("kernels, side by side (suiji-hash: {path})"),
        ),
        (Group::Peer, "peers".to_owned()),
    ];
    for (group, title) in groups {
        let mut lines = frame
            .lines
            .iter()
            .filter(|line| line.group == group)
            .peekable();
        if lines.peek().is_some() {
            text.push_str(&format!("{title}\n"));
        }
        for line in lines {
            push_line(text, frame, line);
        }
        if group == Group::Kernel
            && let Some(median) = frame.median(&KERNELS)
        {
            text.push_str(&format!(
                "  {:54}{:>10}{:>8}{:>10}\n",
                "the sum of roots, tickets and smallest",
                decimal(median, 1),
                "",
                "1.00"
            ));
        }
    }
}

fn push_line(text: &mut String, frame: &Frame, line: &Line) {
    let cell = |value: Option<String>| value.unwrap_or_else(|| "–".to_owned());
    let median = line.median().map(|median| decimal(median, 1));
    let spread = line.spread().map(|spread| format!("{spread} %"));
    let ratio = frame.against_kernels(line).map(|ratio| decimal(ratio, 2));
    let bytes = line.bytes.map(grouped);
    // Chinese characters would be wider, so names are English.
    let row = format!(
        "  {:54}{:>10}{:>8}{:>10}{:>8}  {}",
        line.name,
        cell(median),
        cell(spread),
        cell(ratio),
        cell(bytes),
        line.note.as_deref().unwrap_or_default()
    );
    text.push_str(row.trim_end());
    text.push('\n');
}

fn push_goals(text: &mut String, frames: &[Frame]) {
    text.push_str(&format!("\n{:42}{:>12}", "ratios", "goal"));
    for frame in frames {
        let title = format!("{} {}", grouped(frame.size), frame.hash);
        text.push_str(&format!("{title:>18}"));
    }
    text.push('\n');
    for goal in &GOALS {
        let limit = goal.limit.map_or_else(String::new, |(limit, least)| {
            let sign = if least { "≥" } else { "≤" };
            format!("{sign} {}", decimal(limit, 2))
        });
        text.push_str(&format!("{:42}{limit:>12}", goal.name));
        for frame in frames {
            let ratio = frame.ratio(goal.of, goal.to);
            let cell = ratio.map_or_else(|| "–".to_owned(), |ratio| mark(goal, ratio));
            text.push_str(&format!("{cell:>18}"));
        }
        text.push('\n');
    }
    text.push_str(&format!("{:42}{:>12}", "7 one receipt, µs", "≤ 20.00"));
    for frame in frames {
        let median = frame.line("receipt").and_then(Line::median);
        // A thousand picoseconds are a nanosecond, so thousandths of a nanosecond become thousandths of a microsecond.
        let cell = median.map_or_else(|| "–".to_owned(), |median| decimal(median / 1000, 2));
        text.push_str(&format!("{cell:>18}"));
    }
    text.push('\n');
}

/// A ratio with a mark if the goal is not met.
fn mark(goal: &Goal, ratio: u64) -> String {
    let met = match goal.limit {
        Some((limit, true)) => ratio >= limit,
        Some((limit, false)) => ratio <= limit,
        None => true,
    };
    let sign = if met { "" } else { "! " };
    format!("{sign}{}", decimal(ratio, 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_that_is_not_met_is_marked() {
        let goal = at_most("", &[], &[], 1300);
        assert_eq!(mark(&goal, 1300), "1.30");
        assert_eq!(mark(&goal, 1301), "! 1.30");
        let threads = Goal {
            limit: Some((1800, true)),
            ..goal
        };
        assert_eq!(mark(&threads, 1799), "! 1.79");
        assert_eq!(mark(&threads, 1800), "1.80");
    }

    #[test]
    fn every_goal_names_lines_that_are_measured() {
        let data = crate::data::Data::new(200).unwrap();
        let how = crate::measure::How {
            hash: suiji::Hash::Sha256,
            rounds: 1,
            only_kernels: false,
            entities: 1,
        };
        let frame = crate::measure::measure(&data, how).unwrap();
        for goal in &GOALS {
            assert!(frame.ratio(goal.of, goal.to).is_some(), "{}", goal.name);
        }
        let figures = Figures {
            machine: suiji_benches::Machine::this(),
            rounds: 1,
            frames: vec![frame],
        };
        let text = text(&figures);
        assert!(text.contains("200 entities, sha256"), "{text}");
        assert!(text.contains("7 one receipt, µs"), "{text}");
    }
}
