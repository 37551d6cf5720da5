//! Draws the cost of each entity against the number of entities, from the figures of `table` and `peers.py`.
//!
//! `picture FIGURES SVG`. The picture does not name the machine.

use core::cmp::Reverse;
use std::path::Path;
use std::{env, fs};

use plotters::prelude::*;
use suiji_benches::{Failure, Figures, Frame, KERNELS, decimal, grouped};

/// A generic font of the viewer.
const FONT: &str = "sans-serif";
const SIZE: (u32, u32) = (1100, 520);
/// The width of the axes. The names of the curves are to the right.
const AXES: u32 = 780;
const CAPTION: &str =
    "One task of 5 %, one core: time for each entity · 抽取 5 %，单核：每个检查对象的用时";
const NOTE: &str = "Thin lines: other programs that only draw, with no commitment and no proof · 细线：其他程序，只抽取，无封存，无法核验";

/// One curve.
struct Curve {
    name: String,
    colour: RGBColor,
    width: u32,
    /// Entities, and picoseconds for each.
    points: Vec<(u64, u64)>,
}

/// Ours and the kernels: the lines that are added up, and their name.
const OURS: [(&[&str], &str, RGBColor); 3] = [
    (
        &["seal", "draw"],
        "suiji: seal + draw · 封存并抽取",
        RGBColor(0, 90, 160),
    ),
    (&["verify"], "suiji: verify · 核验", RGBColor(90, 160, 220)),
    (
        &KERNELS,
        "hashes and selection alone · 仅哈希与选取",
        RGBColor(60, 60, 60),
    ),
];

/// The peers that are shown.
const PEERS: [(&str, RGBColor); 6] = [
    ("consistent_sampler", RGBColor(200, 40, 40)),
    ("postgresql", RGBColor(150, 80, 180)),
    ("duckdb", RGBColor(220, 130, 0)),
    ("cryptorandom", RGBColor(0, 140, 90)),
    ("pandas", RGBColor(180, 120, 90)),
    ("numpy", RGBColor(150, 150, 150)),
];

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [figures, svg] = &arguments[..] else {
        return Err("usage: picture FIGURES SVG".into());
    };
    let picture = picture(&Figures::read(Path::new(figures))?)?;
    Ok(fs::write(svg, picture)?)
}

/// The curves that have two points or more.
fn curves(figures: &Figures) -> Vec<Curve> {
    let frames = || figures.frames.iter().filter(|frame| frame.hash == "sha256");
    let points = |ids: &[&str]| -> Vec<(u64, u64)> {
        let point = |frame: &Frame| Some((frame.size, frame.median(ids)?));
        let mut points: Vec<(u64, u64)> = frames().filter_map(point).collect();
        points.sort_unstable();
        points
    };
    let ours = OURS.iter().map(|&(ids, name, colour)| Curve {
        name: name.to_owned(),
        colour,
        width: 3,
        points: points(ids),
    });
    let peers = PEERS.iter().map(|&(id, colour)| Curve {
        name: frames()
            .find_map(|frame| frame.line(id))
            .map_or_else(String::new, |line| line.name.clone()),
        colour,
        width: 1,
        points: points(&[id]),
    });
    ours.chain(peers)
        .filter(|curve| curve.points.len() > 1)
        .collect()
}

fn picture(figures: &Figures) -> Result<String, Failure> {
    let curves = curves(figures);
    let points = || curves.iter().flat_map(|curve| &curve.points);
    let (Some(least), Some(most)) = (
        points().map(|point| point.0).min(),
        points().map(|point| point.0).max(),
    ) else {
        return Err("a curve needs figures of two sizes with SHA-256".into());
    };
    let lowest = points().map(|point| point.1).min().unwrap_or(1).max(1);
    let highest = points().map(|point| point.1).max().unwrap_or(1);
    let mut text = String::new();
    {
        let root = SVGBackend::with_string(&mut text, SIZE).into_drawing_area();
        root.fill(&WHITE)?;
        let (upper, lower) = root.split_vertically(SIZE.1 - 28);
        lower.draw(&Text::new(NOTE, (76, 4), (FONT, 13)))?;
        let (axes, names) = upper.split_horizontally(AXES);
        let mut chart = ChartBuilder::on(&axes)
            .caption(CAPTION, (FONT, 18))
            .margin(12)
            .x_label_area_size(42)
            .y_label_area_size(64)
            .build_cartesian_2d(
                ((least / 2).max(1)..most * 2).log_scale(),
                ((lowest / 2).max(1)..highest * 2).log_scale(),
            )?;
        chart
            .configure_mesh()
            .light_line_style(TRANSPARENT)
            .x_label_formatter(&|entities| grouped(*entities))
            // A thousand picoseconds are a nanosecond.
            .y_label_formatter(&|picoseconds| format!("{} ns", decimal(*picoseconds, 0)))
            .x_desc("entities in the frame · 抽样框中的检查对象数")
            .label_style((FONT, 13))
            .draw()?;
        // The names have the order of the curves at their right ends.
        let mut from_above: Vec<&Curve> = curves.iter().collect();
        from_above.sort_by_key(|curve| Reverse(curve.points.last().map(|point| point.1)));
        for (curve, y) in from_above.into_iter().zip((60..).step_by(24)) {
            let style = curve.colour.stroke_width(curve.width);
            chart.draw_series(LineSeries::new(curve.points.iter().copied(), style))?;
            let dots = curve.points.iter();
            chart.draw_series(dots.map(|&point| Circle::new(point, 3, curve.colour.filled())))?;
            names.draw(&PathElement::new([(0, y + 6), (20, y + 6)], style))?;
            names.draw(&Text::new(curve.name.as_str(), (28, y), (FONT, 13)))?;
        }
        root.present()?;
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use suiji_benches::{Group, Line, Machine, Unit};

    use super::*;

    fn frame(size: u64, hash: &str) -> Frame {
        let line = |id: &str, group, picoseconds| Line {
            group,
            id: id.to_owned(),
            name: format!("{id} 1.0: call"),
            unit: Unit::Entity,
            picoseconds: vec![picoseconds; 3],
            bytes: None,
            yardstick: None,
            note: None,
        };
        let mut lines: Vec<Line> = KERNELS.map(|id| line(id, Group::Kernel, 100_000)).to_vec();
        lines.extend(["seal", "draw", "verify"].map(|id| line(id, Group::Step, 300_000)));
        lines.push(line("duckdb", Group::Peer, 2_000_000));
        Frame {
            size,
            hash: hash.to_owned(),
            row_bytes: 100,
            peak_bytes: 0,
            lines,
        }
    }

    fn figures(frames: Vec<Frame>) -> Figures {
        Figures {
            machine: Machine {
                processor: "Example 9000".to_owned(),
                cores: 2,
                memory: None,
            },
            rounds: 3,
            frames,
        }
    }

    #[test]
    fn a_curve_has_the_medians_of_its_sums_with_sha256() {
        let figures = figures(vec![
            frame(10_000, "sha256"),
            frame(1_000, "sha256"),
            frame(1_000, "sm3"),
        ]);
        let curves = curves(&figures);
        assert_eq!(curves.len(), 4);
        assert_eq!(curves[0].points, [(1_000, 600_000), (10_000, 600_000)]);
        assert_eq!(curves[2].points, [(1_000, 400_000), (10_000, 400_000)]);
        assert_eq!(curves[3].name, "duckdb 1.0: call");
    }

    #[test]
    fn the_picture_names_the_curves_and_not_the_machine() {
        let text = picture(&figures(vec![
            frame(1_000, "sha256"),
            frame(1_000_000, "sha256"),
        ]));
        let text = text.unwrap();
        assert!(text.contains("封存并抽取") && text.contains("duckdb 1.0: call"));
        assert!(text.contains("1,000,000") && !text.contains("Example 9000"));
    }

    #[test]
    fn one_size_is_not_enough() {
        assert!(picture(&figures(vec![frame(1_000, "sha256")])).is_err());
    }
}
