//! How people see colours: ordinary sight, the three colour deficiencies, and grey.

/// What becomes of linear light, for ordinary sight and for those that lack one kind of cone: Machado, Oliveira and
/// Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), severity 1.
pub const SIGHTS: [(&str, [[f64; 3]; 3]); 4] = [
    (
        "ordinary",
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    ),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// Linear red, green and blue, from 0 to 1.
pub type Light = [f64; 3];

/// The light of `#rrggbb`.
pub fn light(colour: &str) -> Light {
    [1, 3, 5].map(|at| {
        let channel = u8::from_str_radix(&colour[at..at + 2], 16).unwrap();
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    })
}

fn times(matrix: &[[f64; 3]; 3], light: Light) -> Light {
    matrix.map(|row| row.iter().zip(light).map(|(a, b)| a * b).sum())
}

/// CIE L*a*b* under D65.
fn lab(light: Light) -> [f64; 3] {
    let to_xyz = [
        [0.412_456_4, 0.357_576_1, 0.180_437_5],
        [0.212_672_9, 0.715_152_2, 0.072_175_0],
        [0.019_333_9, 0.119_192_0, 0.950_304_1],
    ];
    let white = [0.950_47, 1.0, 1.088_83];
    let [x, y, z] = times(&to_xyz, light);
    let [x, y, z] = [x / white[0], y / white[1], z / white[2]].map(|t| {
        if t > 216.0 / 24389.0 {
            t.cbrt()
        } else {
            (24389.0 / 27.0 * t + 16.0) / 116.0
        }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// The least difference between two colours that some reader sees, and which reader that is.
pub fn difference(a: Light, b: Light) -> (f64, &'static str) {
    let seen = |sight, light| lab(times(sight, light).map(|share| share.clamp(0.0, 1.0)));
    let differences = SIGHTS.iter().map(|(name, sight)| {
        let squares = seen(sight, a).into_iter().zip(seen(sight, b));
        let sum: f64 = squares.map(|(a, b)| (a - b).powi(2)).sum();
        (sum.sqrt(), *name)
    });
    differences.min_by(|a, b| a.0.total_cmp(&b.0)).unwrap()
}

/// The lightness of a colour in grey, from 0 (black) to 100 (white).
pub fn lightness(light: Light) -> f64 {
    let [red, green, blue] = light;
    let [lightness, ..] = lab([0.2126 * red + 0.7152 * green + 0.0722 * blue; 3]);
    lightness
}
