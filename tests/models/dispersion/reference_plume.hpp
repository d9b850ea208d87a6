// A second, plain implementation of the plume in long double, with its own transcription of the tables, written for the
// tests alone: it shares no code with the library.
#pragma once
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

namespace reference {

using Real = long double;

struct Piece {
  Real upper;  // in the table's unit of x; 0: no end
  Real factor;
  Real exponent;
};
using Pieces = std::vector<Piece>;

inline Real power(const Pieces& pieces, Real x) {
  for (const Piece& p : pieces) {
    if (p.upper == 0 || x <= p.upper) return p.factor * std::pow(x, p.exponent);
  }
  return NAN;
}

// sigma = a x (1 + b x)^p; rows A to F, {a, b, p}.
struct Briggs {
  Real a, b, p;
};
inline const std::vector<Briggs> kRuralY = {{0.22L, 0.0001L, -0.5L}, {0.16L, 0.0001L, -0.5L}, {0.11L, 0.0001L, -0.5L},
                                            {0.08L, 0.0001L, -0.5L}, {0.06L, 0.0001L, -0.5L}, {0.04L, 0.0001L, -0.5L}};
inline const std::vector<Briggs> kRuralZ = {{0.2L, 0.0L, 0.0L},      {0.12L, 0.0L, 0.0L},     {0.08L, 0.0002L, -0.5L},
                                            {0.06L, 0.0015L, -0.5L}, {0.03L, 0.0003L, -1.0L}, {0.016L, 0.0003L, -1.0L}};
inline const std::vector<Briggs> kUrbanY = {{0.32L, 0.0004L, -0.5L}, {0.32L, 0.0004L, -0.5L}, {0.22L, 0.0004L, -0.5L},
                                            {0.16L, 0.0004L, -0.5L}, {0.11L, 0.0004L, -0.5L}, {0.11L, 0.0004L, -0.5L}};
inline const std::vector<Briggs> kUrbanZ = {{0.24L, 0.001L, 0.5L},   {0.24L, 0.001L, 0.5L},   {0.2L, 0.0L, 0.0L},
                                            {0.14L, 0.0003L, -0.5L}, {0.08L, 0.0015L, -0.5L}, {0.08L, 0.0015L, -0.5L}};
// {c, d} of ISC3 table 1-1.
inline const std::vector<Piece> kIscY = {{0, 24.167L, 2.5334L}, {0, 18.333L, 1.8096L}, {0, 12.5L, 1.0857L},
                                         {0, 8.333L, 0.72382L}, {0, 6.25L, 0.54287L},  {0, 4.1667L, 0.36191L}};
inline const std::vector<Pieces> kIscZ = {{{0.1L, 122.8L, 0.9447L},
                                           {0.15L, 158.08L, 1.0542L},
                                           {0.2L, 170.22L, 1.0932L},
                                           {0.25L, 179.52L, 1.1262L},
                                           {0.3L, 217.41L, 1.2644L},
                                           {0.4L, 258.89L, 1.4094L},
                                           {0.5L, 346.75L, 1.7283L},
                                           {0, 453.85L, 2.1166L}},
                                          {{0.2L, 90.673L, 0.93198L}, {0.4L, 98.483L, 0.98332L}, {0, 109.3L, 1.0971L}},
                                          {{0, 61.141L, 0.91465L}},
                                          {{0.3L, 34.459L, 0.86974L},
                                           {1.0L, 32.093L, 0.81066L},
                                           {3.0L, 32.093L, 0.64403L},
                                           {10.0L, 33.504L, 0.60486L},
                                           {30.0L, 36.65L, 0.56589L},
                                           {0, 44.053L, 0.51179L}},
                                          {{0.1L, 24.26L, 0.8366L},
                                           {0.3L, 23.331L, 0.81956L},
                                           {1.0L, 21.628L, 0.7566L},
                                           {2.0L, 21.628L, 0.63077L},
                                           {4.0L, 22.534L, 0.57154L},
                                           {10.0L, 24.703L, 0.50527L},
                                           {20.0L, 26.97L, 0.46713L},
                                           {40.0L, 35.42L, 0.37615L},
                                           {0, 47.618L, 0.29592L}},
                                          {{0.2L, 15.209L, 0.81558L},
                                           {0.7L, 14.457L, 0.78407L},
                                           {1.0L, 13.953L, 0.68465L},
                                           {2.0L, 13.953L, 0.63227L},
                                           {3.0L, 14.823L, 0.54503L},
                                           {7.0L, 16.187L, 0.4649L},
                                           {15.0L, 17.836L, 0.41507L},
                                           {30.0L, 22.651L, 0.32681L},
                                           {60.0L, 27.074L, 0.27436L},
                                           {0, 34.219L, 0.21716L}}};
inline const std::vector<std::string> kGbtClasses = {"A", "B", "B-C", "C", "C-D", "D", "D-E", "E", "F"};
inline const std::vector<Pieces> kGbtY = {{{1000.0L, 0.425809L, 0.901074L}, {0, 0.602052L, 0.850934L}},
                                          {{1000.0L, 0.281846L, 0.91437L}, {0, 0.396353L, 0.865014L}},
                                          {{1000.0L, 0.2295L, 0.919325L}, {0, 0.314238L, 0.875086L}},
                                          {{1000.0L, 0.177154L, 0.924279L}, {0, 0.232123L, 0.885157L}},
                                          {{1000.0L, 0.14394L, 0.926849L}, {0, 0.189396L, 0.88694L}},
                                          {{1000.0L, 0.110726L, 0.929418L}, {0, 0.146669L, 0.888723L}},
                                          {{1000.0L, 0.0985631L, 0.925118L}, {0, 0.124308L, 0.892794L}},
                                          {{1000.0L, 0.0864001L, 0.920818L}, {0, 0.101947L, 0.896864L}},
                                          {{1000.0L, 0.0553634L, 0.929418L}, {0, 0.0733348L, 0.888723L}}};
inline const std::vector<Pieces> kGbtZ = {
    {{300.0L, 0.0799904L, 1.12154L}, {500.0L, 0.00854771L, 1.5136L}, {0, 0.000211545L, 2.10881L}},
    {{500.0L, 0.12719L, 0.964435L}, {0, 0.0570251L, 1.09356L}},
    {{500.0L, 0.114682L, 0.941015L}, {0, 0.0757182L, 1.0077L}},
    {{0, 0.106803L, 0.917595L}},
    {{2000.0L, 0.126152L, 0.838628L}, {10000.0L, 0.235667L, 0.75641L}, {0, 0.136659L, 0.815575L}},
    {{1000.0L, 0.104634L, 0.826212L}, {10000.0L, 0.400167L, 0.632023L}, {0, 0.810763L, 0.55536L}},
    {{2000.0L, 0.111771L, 0.776864L}, {10000.0L, 0.528992L, 0.572347L}, {0, 1.0381L, 0.499149L}},
    {{1000.0L, 0.0927529L, 0.78837L}, {10000.0L, 0.433384L, 0.565188L}, {0, 1.73241L, 0.414743L}},
    {{1000.0L, 0.0620765L, 0.7844L}, {10000.0L, 0.370015L, 0.525969L}, {0, 2.40691L, 0.322659L}}};
inline const std::vector<Piece> kSladeY = {{0, 0.18L, 0.92L}, {0, 0.14L, 0.92L}, {0, 0.1L, 0.92L},
                                           {0, 0.06L, 0.92L}, {0, 0.04L, 0.92L}, {0, 0.02L, 0.89L}};
inline const std::vector<Piece> kSladeZ = {{0, 0.6L, 0.75L}, {0, 0.53L, 0.73L}, {0, 0.34L, 0.71L},
                                           {0, 0.15L, 0.7L}, {0, 0.1L, 0.65L},  {0, 0.05L, 0.61L}};

// A row of a set; -1 where the set has no such row.
inline Real row(std::string_view set, bool y, const std::string& cls, Real x) {
  if (set == "gbt13201") {
    for (std::size_t i = 0; i < kGbtClasses.size(); ++i) {
      if (kGbtClasses[i] == cls) return power((y ? kGbtY : kGbtZ)[i], x);
    }
    return -1;
  }
  if (cls.size() != 1) return -1;
  const auto i = static_cast<std::size_t>(cls[0] - 'A');
  if (set == "slade_puff") return power({(y ? kSladeY : kSladeZ)[i]}, x);
  if (set == "pasquill_gifford") {
    const Real km = x / 1000;
    if (y) return 465.11628L * km * std::tan(0.017453293L * (kIscY[i].factor - kIscY[i].exponent * std::log(km)));
    const Real sigma = power(kIscZ[i], km);
    return i < 3 && sigma > 5000 ? 5000 : sigma;
  }
  const bool rural = set == "briggs_rural";
  const Briggs& b = (y ? (rural ? kRuralY : kUrbanY) : (rural ? kRuralZ : kUrbanZ))[i];
  return b.a * x * std::pow(1 + b.b * x, b.p);
}

inline Real sigma(std::string_view set, bool y, const std::string& cls, Real x) {
  if (x < 1) x = 1;
  const Real own = row(set, y, cls, x);
  if (own >= 0) return own;
  return std::sqrt(row(set, y, cls.substr(0, 1), x) * row(set, y, cls.substr(2, 1), x));
}

inline Real gauss(Real t) { return std::exp(-t * t / 2); }

// V by images until nothing changes; lid 0: none.
inline Real vertical(Real sz, Real h, Real lid, Real z) {
  Real sum = gauss((z - h) / sz) + gauss((z + h) / sz);
  if (lid == 0) return sum;
  if (z > lid) return 0;
  for (int n = 1; n <= 5 + static_cast<int>(8 * sz / lid); ++n) {
    for (const Real side : {-1.0L, 1.0L}) {
      sum += gauss((2 * n * lid + h + side * z) / sz) + gauss((2 * n * lid - h + side * z) / sz);
    }
  }
  return sum;
}

// C/Q for a wind u.
inline Real plume(Real sy, Real sz, Real u, Real h, Real lid, Real y, Real z) {
  const Real pi = std::acos(-1.0L);
  return gauss(y / sy) * vertical(sz, h, lid, z) / (2 * pi * u * sy * sz);
}

}  // namespace reference
