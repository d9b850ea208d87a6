#include "core/kernels/block_nodes.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sise {
namespace {

constexpr std::size_t kEdge = BlockNodes::edge;
constexpr double kTolerance = 2e-3;
constexpr double kNegligible = 1e-16;  // per year; so that tails end
constexpr double kShareOfLastButOne = 0.15;

struct Tables {
  std::array<double, kEdge> place{};
  std::array<double, kEdge> fourth{}, fifth{};             ///< of the Chebyshev series
  std::array<std::array<double, kEdge>, kEdge> to_term{};  ///< [term][node]
};

Tables make_tables() {
  Tables t;
  for (std::size_t j = 0; j < kEdge; ++j) {
    const double angle = std::numbers::pi * (static_cast<double>(j) + 0.5) / static_cast<double>(kEdge);
    t.place.at(j) = -std::cos(angle);
    for (std::size_t k = 0; k < kEdge; ++k) {
      const double term = std::cos(static_cast<double>(k) * (std::numbers::pi - angle));
      t.to_term.at(k).at(j) = (k == 0 ? 1.0 : 2.0) / static_cast<double>(kEdge) * term;
    }
    t.fourth.at(j) = t.to_term.at(4).at(j);
    t.fifth.at(j) = t.to_term.at(5).at(j);
  }
  return t;
}

const Tables& tables() {
  static const Tables all = make_tables();
  return all;
}

}  // namespace

double BlockNodes::place(std::size_t node) { return tables().place.at(node); }

bool BlockNodes::resolve(const Values& values, double beside_per_year) {
  const Tables& t = tables();
  const double least = *std::min_element(values.begin(), values.end()) + beside_per_year;
  const double bound = kTolerance * least + kNegligible;
  for (std::size_t line = 0; line < kEdge; ++line) {
    double row4 = 0.0;
    double row5 = 0.0;
    double column4 = 0.0;
    double column5 = 0.0;
    for (std::size_t j = 0; j < kEdge; ++j) {
      const double in_row = values[line * kEdge + j];
      const double in_column = values[j * kEdge + line];
      row4 += t.fourth[j] * in_row;
      row5 += t.fifth[j] * in_row;
      column4 += t.fourth[j] * in_column;
      column5 += t.fifth[j] * in_column;
    }
    const double last = std::max(std::abs(row5), std::abs(column5));
    const double before = std::max(std::abs(row4), std::abs(column4));
    if (std::max(last, kShareOfLastButOne * before) > bound) return false;
  }
  return true;
}

std::array<double, kEdge> BlockNodes::weights(double place) {
  const Tables& t = tables();
  std::array<double, kEdge> terms{1.0, place};
  for (std::size_t k = 2; k < kEdge; ++k) terms.at(k) = 2.0 * place * terms.at(k - 1) - terms.at(k - 2);
  std::array<double, kEdge> w{};
  for (std::size_t j = 0; j < kEdge; ++j) {
    for (std::size_t k = 0; k < kEdge; ++k) w.at(j) += terms.at(k) * t.to_term.at(k).at(j);
  }
  return w;
}

}  // namespace sise
