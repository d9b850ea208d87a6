#include "gis_io/projection.hpp"

#include <fmt/format.h>
#include <proj.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <mutex>
#include <numbers>
#include <optional>
#include <utility>
#include <vector>

namespace sise {
namespace {

struct ContextDeleter {
  void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct PjDeleter {
  void operator()(PJ* object) const { proj_destroy(object); }
};
using ContextPtr = std::unique_ptr<PJ_CONTEXT, ContextDeleter>;
using PjPtr = std::unique_ptr<PJ, PjDeleter>;

ContextPtr quiet_context() {
  ContextPtr context(proj_context_create());
  proj_log_level(context.get(), PJ_LOG_NONE);
  return context;
}

[[noreturn]] void refuse(const std::string& code, Text message, const Location& where) {
  throw ConfigError(code, std::move(message), where,
                    {"Give a projected CRS in metres, such as \"EPSG:4549\" (CGCS2000, 3-degree zone around 120°E)",
                     "请给出以米为单位的投影坐标系,例如 \"EPSG:4549\"(CGCS2000 三度带,中央经线 120°E)"});
}

/// The projected part of a CRS: the horizontal member of a compound one, the source of a bound one.
PjPtr horizontal_part(PJ_CONTEXT* context, PjPtr crs) {
  for (PJ_TYPE type = proj_get_type(crs.get()); type == PJ_TYPE_COMPOUND_CRS || type == PJ_TYPE_BOUND_CRS;
       type = proj_get_type(crs.get())) {
    crs.reset(type == PJ_TYPE_COMPOUND_CRS ? proj_crs_get_sub_crs(context, crs.get(), 0)
                                           : proj_get_source_crs(context, crs.get()));
  }
  return crs;
}

bool axes_in_metres(PJ_CONTEXT* context, const PJ* crs) {
  const PjPtr system(proj_crs_get_coordinate_system(context, crs));
  double to_metres = 0.0;
  return system &&
         proj_cs_get_axis_info(context, system.get(), 0, nullptr, nullptr, nullptr, &to_metres, nullptr, nullptr,
                               nullptr) != 0 &&
         to_metres == 1.0;
}

/// Without PROJ's database no code is known at all, and the code is not to blame.
void require_database(PJ_CONTEXT* context) {
  if (PjPtr(proj_create(context, "EPSG:4326"))) return;
  throw ConfigError(
      "no_proj_database",
      {"PROJ's database of coordinate systems (proj.db) cannot be read", "无法读取 PROJ 的坐标系数据库 (proj.db)"}, {},
      {"Install the package proj-data of the same version as PROJ", "请安装与 PROJ 版本一致的 proj-data 软件包"});
}

void require_projected_metres(const std::string& text, const Location& where) {
  const ContextPtr context = quiet_context();
  PjPtr crs(proj_create(context.get(), text.c_str()));
  if (!crs || proj_is_crs(crs.get()) == 0) {
    require_database(context.get());
    refuse("unknown_crs", {fmt::format("the CRS '{}' is not known", text), fmt::format("无法识别坐标系 '{}'", text)},
           where);
  }
  crs = horizontal_part(context.get(), std::move(crs));
  if (!crs || proj_get_type(crs.get()) != PJ_TYPE_PROJECTED_CRS) {
    refuse("crs_not_projected",
           {fmt::format("the CRS '{}' is not projected: its coordinates are not metres", text),
            fmt::format("坐标系 '{}' 不是投影坐标系,其坐标不以米为单位", text)},
           where);
  }
  if (!axes_in_metres(context.get(), crs.get())) {
    refuse("crs_not_metres",
           {fmt::format("the axes of the CRS '{}' are not in metres", text),
            fmt::format("坐标系 '{}' 的坐标轴不以米为单位", text)},
           where);
  }
}

/// One PROJ transformation with the context it lives in. PROJ objects may be used by one thread at a time.
struct Transform {
  ContextPtr context;
  PjPtr to_wgs84;
};

std::unique_ptr<Transform> make_transform(const std::string& crs) {
  auto transform = std::make_unique<Transform>();
  transform->context = quiet_context();
  const PjPtr as_given(proj_create_crs_to_crs(transform->context.get(), crs.c_str(), "EPSG:4326", nullptr));
  // Without this, EPSG:4549 would take northing first and EPSG:4326 give latitude first.
  if (as_given) {
    transform->to_wgs84.reset(proj_normalize_for_visualization(transform->context.get(), as_given.get()));
  }
  if (!transform->to_wgs84) {
    refuse("unknown_crs",
           {fmt::format("the CRS '{}' cannot be related to WGS 84", crs),
            fmt::format("坐标系 '{}' 无法转换到 WGS 84", crs)},
           {});
  }
  return transform;
}

class ProjProjection final : public Projection {
 public:
  explicit ProjProjection(std::string crs) : crs_(std::move(crs)) { give_back(make_transform(crs_)); }

  [[nodiscard]] LonLat to_lon_lat(Point point) const override {
    const PJ_COORD out = transform(PJ_FWD, point.x, point.y);
    const bool sound = std::isfinite(out.xy.x) && std::isfinite(out.xy.y) && std::abs(out.xy.y) <= 90.0;
    if (!sound) {
      throw InputError("outside_crs",
                       {fmt::format("the point ({}, {}) lies outside the CRS {}", point.x, point.y, crs_),
                        fmt::format("点 ({}, {}) 超出坐标系 {} 的范围", point.x, point.y, crs_)});
    }
    return {out.xy.x, out.xy.y};
  }

  [[nodiscard]] Point from_lon_lat(LonLat position) const override {
    const PJ_COORD out = transform(PJ_INV, position.lon_deg, position.lat_deg);
    if (!std::isfinite(out.xy.x) || !std::isfinite(out.xy.y)) {
      throw InputError(
          "outside_crs",
          {fmt::format("longitude {}, latitude {} lies outside the CRS {}", position.lon_deg, position.lat_deg, crs_),
           fmt::format("经度 {}, 纬度 {} 超出坐标系 {} 的范围", position.lon_deg, position.lat_deg, crs_)});
    }
    return {out.xy.x, out.xy.y};
  }

  [[nodiscard]] double convergence_deg(Point point) const override {
    // The image of a short piece of meridian gives the grid bearing of true north; convergence is its opposite.
    // 1e-5 degree is about a metre: short against the curvature of a meridian's image, long against rounding.
    constexpr double kStepDeg = 1e-5;
    const LonLat here = to_lon_lat(point);
    const Point north = from_lon_lat({here.lon_deg, here.lat_deg + kStepDeg});
    const Point south = from_lon_lat({here.lon_deg, here.lat_deg - kStepDeg});
    const double bearing_rad = std::atan2(north.x - south.x, north.y - south.y);
    return -bearing_rad * 180.0 / std::numbers::pi;
  }

 private:
  PJ_COORD transform(PJ_DIRECTION direction, double x, double y) const {
    std::unique_ptr<Transform> own = take();
    const PJ_COORD out = proj_trans(own->to_wgs84.get(), direction, proj_coord(x, y, 0.0, 0.0));
    give_back(std::move(own));
    return out;
  }

  /// A transformation nobody else is using: from the pool, or a new one for one more thread.
  std::unique_ptr<Transform> take() const {
    {
      const std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        std::unique_ptr<Transform> transform = std::move(idle_.back());
        idle_.pop_back();
        return transform;
      }
    }
    return make_transform(crs_);
  }

  void give_back(std::unique_ptr<Transform> transform) const {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(transform));
  }

  std::string crs_;
  mutable std::mutex mutex_;
  mutable std::vector<std::unique_ptr<Transform>> idle_;
};

}  // namespace

namespace {

constexpr double kMostScaleError = 0.01;

/// Metres of the CRS per metre on the ground at a place: along the direction in which it stretches most, and least.
struct Scale {
  double least = 1.0;
  double most = 1.0;
};

/// The semi-axes of Tissot's ellipse from the projection's derivatives along meridian and parallel of WGS 84. PROJ's own
/// factors are not to be had for CRSs that put northing first.
Scale scale_at(const Projection& projection, LonLat place) {
  constexpr double kRadian = std::numbers::pi / 180.0;
  constexpr double kStep_deg = 1e-4;
  constexpr double kSemiMajor_m = 6378137.0;
  constexpr double kE2 = 0.00669437999014;
  const double sine = std::sin(place.lat_deg * kRadian);
  const double w2 = 1.0 - kE2 * sine * sine;
  const double north_m = 2.0 * kStep_deg * kRadian * kSemiMajor_m * (1.0 - kE2) / (w2 * std::sqrt(w2));
  const double east_m = 2.0 * kStep_deg * kRadian * kSemiMajor_m / std::sqrt(w2) * std::cos(place.lat_deg * kRadian);
  const Point n = projection.from_lon_lat({place.lon_deg, place.lat_deg + kStep_deg});
  const Point s = projection.from_lon_lat({place.lon_deg, place.lat_deg - kStep_deg});
  const Point e = projection.from_lon_lat({place.lon_deg + kStep_deg, place.lat_deg});
  const Point w = projection.from_lon_lat({place.lon_deg - kStep_deg, place.lat_deg});
  const double xn = (n.x - s.x) / north_m;
  const double yn = (n.y - s.y) / north_m;
  const double xe = (e.x - w.x) / east_m;
  const double ye = (e.y - w.y) / east_m;
  const double sum = xn * xn + yn * yn + xe * xe + ye * ye;
  const double area = std::abs(xe * yn - xn * ye);
  const double root = std::sqrt(std::max(0.0, sum * sum - 4.0 * area * area));
  return {std::sqrt(std::max(0.0, (sum - root) / 2.0)), std::sqrt((sum + root) / 2.0)};
}

double error_of(const Scale& scale) {
  const double error = std::max(std::abs(scale.least - 1.0), std::abs(scale.most - 1.0));
  return std::isfinite(error) ? error : std::numeric_limits<double>::infinity();
}

/// Corners, middles of the edges, and the middle.
std::vector<Point> probes(const Bounds& b) {
  const double x = (b.x_min + b.x_max) / 2;
  const double y = (b.y_min + b.y_max) / 2;
  return {{x, y},       {b.x_min, b.y_min}, {b.x_max, b.y_min}, {b.x_min, b.y_max}, {b.x_max, b.y_max},
          {b.x_min, y}, {b.x_max, y},       {x, b.y_min},       {x, b.y_max}};
}

}  // namespace

std::string suitable_crs(LonLat place) {
  constexpr int kFirstZone = 25;
  constexpr int kLastZone = 45;
  constexpr int kFirstEpsg = 4534;
  const int zone = static_cast<int>(std::lround(place.lon_deg / 3.0));
  const bool china = place.lat_deg > 3.0 && place.lat_deg < 54.0 && zone >= kFirstZone && zone <= kLastZone;
  if (china) {
    return fmt::format("EPSG:{} (CGCS2000 / 3-degree Gauss-Kruger CM {}E)", kFirstEpsg + zone - kFirstZone, 3 * zone);
  }
  const int utm = std::clamp(static_cast<int>(std::floor((place.lon_deg + 180.0) / 6.0)) + 1, 1, 60);
  return fmt::format("EPSG:{} (WGS 84 / UTM zone {}{})", (place.lat_deg < 0.0 ? 32700 : 32600) + utm, utm,
                     place.lat_deg < 0.0 ? "S" : "N");
}

void require_true_scale(const std::string& crs, const Bounds& extent, const Location& where) {
  const std::unique_ptr<Projection> projection = open_projection(crs, where);
  std::optional<Scale> worst;
  LonLat worst_place;
  for (const Point& p : probes(extent)) {
    const LonLat place = projection->to_lon_lat(p);
    const Scale scale = scale_at(*projection, place);
    if (worst && error_of(scale) <= error_of(*worst)) continue;
    worst = scale;
    worst_place = place;
  }
  if (!worst || error_of(*worst) <= kMostScaleError) return;
  const double metre = std::abs(worst->most - 1.0) > std::abs(worst->least - 1.0) ? worst->most : worst->least;
  const LonLat middle = projection->to_lon_lat(probes(extent).front());
  const std::string better = suitable_crs(middle);
  throw ConfigError(
      "grid_scale",
      {fmt::format("a metre on the ground is {:.3f} m in {} at longitude {:.2f}, latitude {:.2f}: distances and areas "
                   "would be wrong by that",
                   metre, crs, worst_place.lon_deg, worst_place.lat_deg),
       fmt::format("在经度 {1:.2f}、纬度 {2:.2f} 处,地面 1 m 在 {3} 中为 {0:.3f} m,距离和面积将随之失真", metre,
                   worst_place.lon_deg, worst_place.lat_deg, crs)},
      where,
      {"Take a narrow zone of the region, such as " + better + ", and an extent that it covers",
       "请采用该地区的窄带投影,例如 " + better + ",且范围不超出该带"});
}

std::unique_ptr<Projection> open_projection(const std::string& crs, const Location& where) {
  require_projected_metres(crs, where);
  return std::make_unique<ProjProjection>(crs);
}

}  // namespace sise
