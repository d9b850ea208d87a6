#include "models/numeric/plane_lookup.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

#include "models/numeric/lanes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "models/numeric/plane_lookup.cpp"  // NOLINT(cppcoreguidelines-macro-usage): Highway's way
#include "hwy/foreach_target.h"                               // IWYU pragma: keep
#include "hwy/highway.h"

HWY_BEFORE_NAMESPACE();
namespace sise::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;
using D = hn::CappedTag<double, kLanes>;
using V = hn::Vec<D>;
using FloatOfD = hn::Rebind<float, D>;
using IntOfD = hn::Rebind<std::int32_t, D>;
using Index = hn::Vec<IntOfD>;

HWY_INLINE V value(const float* base, Index index) {
  return hn::PromoteTo(D(), hn::GatherIndex(FloatOfD(), base, index));
}

HWY_INLINE V mixed(V a, V b, V share_of_b) { return hn::MulAdd(share_of_b, hn::Sub(b, a), a); }

HWY_INLINE V look_up(const PlaneLookup& table, V x, V y) {
  const D d;
  const V one = hn::Set(d, 1.0);
  const V width = hn::Set(d, table.width_m);
  const V from = hn::Set(d, table.from_m);
  const V nearest = hn::Min(hn::Max(x, from), hn::Set(d, table.to_m));
  const V ahead = hn::Sub(x, nearest);
  const V square = hn::MulAdd(ahead, ahead, hn::Mul(y, y));
  const V distance = hn::Sqrt(square);
  const V w = hn::Sqrt(hn::Sqrt(hn::Div(width, hn::Add(width, distance))));
  const V tiny = hn::Set(d, 1e-200);  // on the piece itself the tangent is 1
  const V tangent = hn::Div(hn::Add(hn::Abs(y), tiny), hn::Add(hn::Add(distance, hn::Abs(ahead)), tiny));
  const V turn = hn::CopySign(hn::Sub(one, tangent), ahead);

  const V row = hn::Mul(hn::Sub(w, hn::Set(d, table.w_first)), hn::Set(d, table.rows_per_w));
  const V row_floor = hn::Min(hn::Max(hn::Floor(row), hn::Zero(d)), hn::Set(d, table.last_row));
  const V last_column = hn::Set(d, static_cast<double>(table.columns - 2));
  const V column = hn::MulAdd(hn::Sub(nearest, from), hn::Set(d, table.columns_per_m),
                              hn::Mul(hn::Add(one, turn), hn::Set(d, table.columns_round)));
  const V column_floor = hn::Min(hn::Max(hn::Floor(column), hn::Zero(d)), last_column);
  const V place = hn::MulAdd(row_floor, hn::Set(d, static_cast<double>(table.columns)), column_floor);
  const Index index = hn::DemoteTo(IntOfD(), place);
  const V across = hn::Sub(column, column_floor);
  const V here = mixed(value(table.values, index), value(table.values + 1, index), across);
  const float* next_row = table.values + table.columns;
  const V next = mixed(value(next_row, index), value(next_row + 1, index), across);
  const V scaled = mixed(here, next, hn::Sub(row, row_floor));
  const V found = hn::Div(scaled, hn::MulAdd(width, width, square));
  const V none = hn::Set(d, std::numeric_limits<double>::quiet_NaN());
  return hn::IfThenElse(hn::Ge(row, hn::Zero(d)), found, none);
}

// `count` is a whole number of registers.
void look_up_all(const PlaneLookup& table, const double* x, const double* y, double* out, std::size_t count) {
  const D d;
  for (std::size_t i = 0; i < count; i += hn::Lanes(d)) {
    hn::StoreU(look_up(table, hn::LoadU(d, x + i), hn::LoadU(d, y + i)), d, out + i);
  }
}

}  // namespace sise::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sise {
namespace {

HWY_EXPORT(look_up_all);

}  // namespace

void plane_lookup(const PlaneLookup& table, std::span<const double> x_m, std::span<const double> y_m,
                  std::span<double> out) {
  const std::size_t whole = out.size() / kLanes * kLanes;
  HWY_DYNAMIC_DISPATCH(look_up_all)(table, x_m.data(), y_m.data(), out.data(), whole);
  if (whole == out.size()) return;
  const std::size_t rest = out.size() - whole;
  std::array<double, kLanes> x{};
  std::array<double, kLanes> y{};
  std::copy_n(x_m.begin() + static_cast<std::ptrdiff_t>(whole), rest, x.begin());
  std::copy_n(y_m.begin() + static_cast<std::ptrdiff_t>(whole), rest, y.begin());
  HWY_DYNAMIC_DISPATCH(look_up_all)(table, x.data(), y.data(), x.data(), kLanes);
  std::copy_n(x.begin(), rest, out.begin() + static_cast<std::ptrdiff_t>(whole));
}

}  // namespace sise
#endif
