#include "models/atmosphere/sigma_tables.hpp"

#include <cmath>
#include <span>

namespace sise {
namespace {

using Power = BriggsCurve::Power;
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kMetresPerKm = 1000.0;

// Briggs 1973, Diffusion estimation for small emissions (ATDL-106), as given in Hanna, Briggs and Hosker 1982, table 4.5.
// Stated range of use 100 m to 10 km. Rows A to F. Confidence: seen.

constexpr std::array<BriggsCurve, 6> kRuralY{{
    {0.22, 0.0001, Power::minus_half},
    {0.16, 0.0001, Power::minus_half},
    {0.11, 0.0001, Power::minus_half},
    {0.08, 0.0001, Power::minus_half},
    {0.06, 0.0001, Power::minus_half},
    {0.04, 0.0001, Power::minus_half},
}};
constexpr std::array<BriggsCurve, 6> kRuralZ{{
    {0.2, 0.0, Power::zero},
    {0.12, 0.0, Power::zero},
    {0.08, 0.0002, Power::minus_half},
    {0.06, 0.0015, Power::minus_half},
    {0.03, 0.0003, Power::minus_one},
    {0.016, 0.0003, Power::minus_one},
}};
constexpr std::array<BriggsCurve, 6> kUrbanY{{
    {0.32, 0.0004, Power::minus_half},
    {0.32, 0.0004, Power::minus_half},
    {0.22, 0.0004, Power::minus_half},
    {0.16, 0.0004, Power::minus_half},
    {0.11, 0.0004, Power::minus_half},
    {0.11, 0.0004, Power::minus_half},
}};
constexpr std::array<BriggsCurve, 6> kUrbanZ{{
    {0.24, 0.001, Power::half},
    {0.24, 0.001, Power::half},
    {0.2, 0.0, Power::zero},
    {0.14, 0.0003, Power::minus_half},
    {0.08, 0.0015, Power::minus_half},
    {0.08, 0.0015, Power::minus_half},
}};

// US EPA, User's Guide for the Industrial Source Complex (ISC3) Dispersion Models, vol. II, EPA-454/B-95-003b,
// tables 1-1 (sigma_y) and 1-2 (sigma_z), after Turner 1970. x in km, sigma in m. Confidence: seen.
constexpr std::array<TangentCurve, 6> kIscY{{
    {24.167, 2.5334},
    {18.333, 1.8096},
    {12.5, 1.0857},
    {8.333, 0.72382},
    {6.25, 0.54287},
    {4.1667, 0.36191},
}};

struct Row {
  double upper;  // of x, in the table's unit
  double factor;
  double exponent;
};

constexpr std::array<Row, 8> kIscZA{{
    {0.1, 122.8, 0.9447},
    {0.15, 158.08, 1.0542},
    {0.2, 170.22, 1.0932},
    {0.25, 179.52, 1.1262},
    {0.3, 217.41, 1.2644},
    {0.4, 258.89, 1.4094},
    {0.5, 346.75, 1.7283},
    {kInfinity, 453.85, 2.1166},
}};
constexpr std::array<Row, 3> kIscZB{{
    {0.2, 90.673, 0.93198},
    {0.4, 98.483, 0.98332},
    {kInfinity, 109.3, 1.0971},
}};
constexpr std::array<Row, 1> kIscZC{{
    {kInfinity, 61.141, 0.91465},
}};
constexpr std::array<Row, 6> kIscZD{{
    {0.3, 34.459, 0.86974},
    {1.0, 32.093, 0.81066},
    {3.0, 32.093, 0.64403},
    {10.0, 33.504, 0.60486},
    {30.0, 36.65, 0.56589},
    {kInfinity, 44.053, 0.51179},
}};
constexpr std::array<Row, 9> kIscZE{{
    {0.1, 24.26, 0.8366},
    {0.3, 23.331, 0.81956},
    {1.0, 21.628, 0.7566},
    {2.0, 21.628, 0.63077},
    {4.0, 22.534, 0.57154},
    {10.0, 24.703, 0.50527},
    {20.0, 26.97, 0.46713},
    {40.0, 35.42, 0.37615},
    {kInfinity, 47.618, 0.29592},
}};
constexpr std::array<Row, 10> kIscZF{{
    {0.2, 15.209, 0.81558},
    {0.7, 14.457, 0.78407},
    {1.0, 13.953, 0.68465},
    {2.0, 13.953, 0.63227},
    {3.0, 14.823, 0.54503},
    {7.0, 16.187, 0.4649},
    {15.0, 17.836, 0.41507},
    {30.0, 22.651, 0.32681},
    {60.0, 27.074, 0.27436},
    {kInfinity, 34.219, 0.21716},
}};
constexpr std::array<std::span<const Row>, 6> kIscZ{kIscZA, kIscZB, kIscZC, kIscZD, kIscZE, kIscZF};
constexpr double kIscUnstableCap_m = 5000.0;  // sigma_z of A, B and C (table 1-2, footnote)

// GB/T 13201-91 (the same tables as GB/T 3840-91), appendix: sigma = gamma x^alpha, x in m, 30-minute averages.
// Confidence: seen; of two readings of the last pieces of D-E and E the one continuous at 10 km is kept.
constexpr std::array<Row, 2> kGbtYA{{
    {1000.0, 0.425809, 0.901074},
    {kInfinity, 0.602052, 0.850934},
}};
constexpr std::array<Row, 2> kGbtYB{{
    {1000.0, 0.281846, 0.91437},
    {kInfinity, 0.396353, 0.865014},
}};
constexpr std::array<Row, 2> kGbtYBC{{
    {1000.0, 0.2295, 0.919325},
    {kInfinity, 0.314238, 0.875086},
}};
constexpr std::array<Row, 2> kGbtYC{{
    {1000.0, 0.177154, 0.924279},
    {kInfinity, 0.232123, 0.885157},
}};
constexpr std::array<Row, 2> kGbtYCD{{
    {1000.0, 0.14394, 0.926849},
    {kInfinity, 0.189396, 0.88694},
}};
constexpr std::array<Row, 2> kGbtYD{{
    {1000.0, 0.110726, 0.929418},
    {kInfinity, 0.146669, 0.888723},
}};
constexpr std::array<Row, 2> kGbtYDE{{
    {1000.0, 0.0985631, 0.925118},
    {kInfinity, 0.124308, 0.892794},
}};
constexpr std::array<Row, 2> kGbtYE{{
    {1000.0, 0.0864001, 0.920818},
    {kInfinity, 0.101947, 0.896864},
}};
constexpr std::array<Row, 2> kGbtYF{{
    {1000.0, 0.0553634, 0.929418},
    {kInfinity, 0.0733348, 0.888723},
}};
constexpr std::array<Row, 3> kGbtZA{{
    {300.0, 0.0799904, 1.12154},
    {500.0, 0.00854771, 1.5136},
    {kInfinity, 0.000211545, 2.10881},
}};
constexpr std::array<Row, 2> kGbtZB{{
    {500.0, 0.12719, 0.964435},
    {kInfinity, 0.0570251, 1.09356},
}};
constexpr std::array<Row, 2> kGbtZBC{{
    {500.0, 0.114682, 0.941015},
    {kInfinity, 0.0757182, 1.0077},
}};
constexpr std::array<Row, 1> kGbtZC{{
    {kInfinity, 0.106803, 0.917595},
}};
constexpr std::array<Row, 3> kGbtZCD{{
    {2000.0, 0.126152, 0.838628},
    {10000.0, 0.235667, 0.75641},
    {kInfinity, 0.136659, 0.815575},
}};
constexpr std::array<Row, 3> kGbtZD{{
    {1000.0, 0.104634, 0.826212},
    {10000.0, 0.400167, 0.632023},
    {kInfinity, 0.810763, 0.55536},
}};
constexpr std::array<Row, 3> kGbtZDE{{
    {2000.0, 0.111771, 0.776864},
    {10000.0, 0.528992, 0.572347},
    {kInfinity, 1.0381, 0.499149},
}};
constexpr std::array<Row, 3> kGbtZE{{
    {1000.0, 0.0927529, 0.78837},
    {10000.0, 0.433384, 0.565188},
    {kInfinity, 1.73241, 0.414743},
}};
constexpr std::array<Row, 3> kGbtZF{{
    {1000.0, 0.0620765, 0.7844},
    {10000.0, 0.370015, 0.525969},
    {kInfinity, 2.40691, 0.322659},
}};

struct ClassRows {
  Stability stability;
  std::span<const Row> y;
  std::span<const Row> z;
};
constexpr std::array<ClassRows, 9> kGbt{{
    {Stability::A, kGbtYA, kGbtZA},
    {Stability::B, kGbtYB, kGbtZB},
    {Stability::BC, kGbtYBC, kGbtZBC},
    {Stability::C, kGbtYC, kGbtZC},
    {Stability::CD, kGbtYCD, kGbtZCD},
    {Stability::D, kGbtYD, kGbtZD},
    {Stability::DE, kGbtYDE, kGbtZDE},
    {Stability::E, kGbtYE, kGbtZE},
    {Stability::F, kGbtYF, kGbtZF},
}};

// Slade 1968, Meteorology and Atomic Energy, instantaneous releases, as tabulated in CCPS 1999. x in m. Confidence: seen.
constexpr std::array<Row, 6> kSladeY{{
    {kInfinity, 0.18, 0.92},
    {kInfinity, 0.14, 0.92},
    {kInfinity, 0.1, 0.92},
    {kInfinity, 0.06, 0.92},
    {kInfinity, 0.04, 0.92},
    {kInfinity, 0.02, 0.89},
}};
constexpr std::array<Row, 6> kSladeZ{{
    {kInfinity, 0.6, 0.75},
    {kInfinity, 0.53, 0.73},
    {kInfinity, 0.34, 0.71},
    {kInfinity, 0.15, 0.7},
    {kInfinity, 0.1, 0.65},
    {kInfinity, 0.05, 0.61},
}};

// Position of a full class in a table of rows A to F; nullopt for a half class.
std::optional<std::size_t> full_class(Stability stability) {
  switch (stability) {
    case Stability::A:
      return 0;
    case Stability::B:
      return 1;
    case Stability::C:
      return 2;
    case Stability::D:
      return 3;
    case Stability::E:
      return 4;
    case Stability::F:
      return 5;
    default:
      return std::nullopt;
  }
}

// The rows as printed, with x in units of `unit_m`, as power laws of x in metres: a (x/unit)^b = (a unit^-b) x^b.
PowerCurve power_curve(std::span<const Row> rows, double unit_m, double cap_m = kInfinity) {
  PowerCurve curve;
  curve.cap_m = cap_m;
  for (const Row& row : rows) {
    const double log_factor = std::log(row.factor) - row.exponent * std::log(unit_m);
    curve.pieces.at(curve.count++) = {row.upper * unit_m, log_factor, row.exponent};
  }
  return curve;
}

std::optional<SigmaCurve> gbt_row(SigmaAxis axis, Stability stability) {
  for (const ClassRows& rows : kGbt) {
    if (rows.stability == stability) return power_curve(axis == SigmaAxis::y ? rows.y : rows.z, 1.0);
  }
  return std::nullopt;
}

SigmaCurve isc_row(SigmaAxis axis, std::size_t row) {
  if (axis == SigmaAxis::y) return kIscY.at(row);
  const bool unstable = row <= 2;
  return power_curve(kIscZ.at(row), kMetresPerKm, unstable ? kIscUnstableCap_m : kInfinity);
}

}  // namespace

std::optional<SigmaCurve> sigma_row(SigmaSet set, SigmaAxis axis, Stability stability) {
  if (set == SigmaSet::gbt13201) return gbt_row(axis, stability);
  const std::optional<std::size_t> row = full_class(stability);
  if (!row) return std::nullopt;
  const bool y = axis == SigmaAxis::y;
  switch (set) {
    case SigmaSet::briggs_rural:
      return (y ? kRuralY : kRuralZ).at(*row);
    case SigmaSet::briggs_urban:
      return (y ? kUrbanY : kUrbanZ).at(*row);
    case SigmaSet::pasquill_gifford:
      return isc_row(axis, *row);
    default:
      return power_curve(std::span(y ? kSladeY : kSladeZ).subspan(*row, 1), 1.0);
  }
}

}  // namespace sise
