//! The picture: probabilities by place in the list, and the partners of the first inspector.

use plotters::prelude::*;

use super::{ENTITIES, INSPECTORS, Measured, Method, TAKE, other_methods};

type Fallible<T = ()> = Result<T, Box<dyn std::error::Error>>;
type Area<'a> = DrawingArea<SVGBackend<'a>, plotters::coord::Shift>;

const OURS: RGBColor = RGBColor(0, 90, 160);
const OTHERS: [RGBColor; 3] = [
    RGBColor(200, 40, 40),
    RGBColor(220, 130, 0),
    RGBColor(110, 110, 110),
];
/// A generic font of the viewer.
const FONT: &str = "sans-serif";

pub(crate) fn svg(methods: &[Method], measured: &Measured) -> Fallible<String> {
    let mut text = String::new();
    {
        let root = SVGBackend::with_string(&mut text, (900, 640)).into_drawing_area();
        root.fill(&WHITE)?;
        let (upper, lower) = root.split_vertically(400);
        chances(&upper, methods, measured)?;
        partners(&lower, measured)?;
        root.present()?;
    }
    Ok(text)
}

fn chances(area: &Area<'_>, methods: &[Method], measured: &Measured) -> Fallible {
    let caption =
        "Probability of each firm, 40 of 100 selected · 100 家企业抽 40 家，每家的抽中概率";
    let mut chart = ChartBuilder::on(area)
        .caption(caption, (FONT, 18))
        .margin(12)
        .x_label_area_size(42)
        .y_label_area_size(52)
        .build_cartesian_2d(0.0..other_methods::real(ENTITIES + 1), 0.0..0.6)?;
    chart
        .configure_mesh()
        .light_line_style(TRANSPARENT)
        .x_label_formatter(&|place| format!("{place:.0}"))
        .x_desc("place in the list · 在名单中的位置")
        .label_style((FONT, 13))
        .draw()?;
    // Ours is last, so that it is above the others.
    let colours = [&[OURS][..], &OTHERS].concat();
    for (method, colour) in methods.iter().zip(colours).rev() {
        let line = (1..)
            .zip(&method.chances)
            .map(|(row, &chance)| (f64::from(row), chance));
        let name = match method.name {
            "suiji" => "suiji: line exact, dots counted · 线为理论值，点为实测",
            other => other,
        };
        chart
            .draw_series(LineSeries::new(line, colour.stroke_width(2)))?
            .label(name)
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 18, y)], colour.stroke_width(2)));
    }
    let dots = (1..).zip(&measured.selected);
    chart.draw_series(dots.map(|(row, &share)| Circle::new((f64::from(row), share), 2, OURS)))?;
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::LowerLeft)
        .label_font((FONT, 13))
        .background_style(TRANSPARENT)
        .draw()?;
    Ok(())
}

fn partners(area: &Area<'_>, measured: &Measured) -> Fallible {
    let caption =
        "12 inspectors in pairs: the partners of the first · 12 人两两成组，第 1 人与谁同组";
    let mut chart = ChartBuilder::on(area)
        .caption(caption, (FONT, 18))
        .margin(12)
        .x_label_area_size(42)
        .y_label_area_size(52)
        .build_cartesian_2d(1.5..other_methods::real(INSPECTORS) + 0.5, 0.0..0.6)?;
    chart
        .configure_mesh()
        .light_line_style(TRANSPARENT)
        .disable_x_mesh()
        .x_labels(INSPECTORS)
        .x_label_formatter(&|place| format!("{place:.0}"))
        .x_desc("place in the roster · 在人员名单中的位置")
        .y_labels(4)
        .label_style((FONT, 13))
        .draw()?;
    let by_list = other_methods::list_order(INSPECTORS, TAKE);
    let bars = [
        ("suiji, counted · 实测", &measured.partners, OURS, -0.3),
        (
            "pairs in the order of the list · 按名单顺序配对",
            &by_list,
            OTHERS[0],
            0.0,
        ),
    ];
    for (name, shares, colour, left) in bars {
        let bar = |(place, &share): (u32, &f64)| {
            let left = f64::from(place) + left;
            Rectangle::new([(left, 0.0), (left + 0.3, share)], colour.filled())
        };
        chart
            .draw_series((1..).zip(shares).skip(1).map(bar))?
            .label(name)
            .legend(move |(x, y)| Rectangle::new([(x, y - 5), (x + 18, y + 5)], colour.filled()));
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperMiddle)
        .label_font((FONT, 13))
        .background_style(TRANSPARENT)
        .draw()?;
    Ok(())
}
