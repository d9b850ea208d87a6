#include "gis_io/products/map_rasters.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

#include "core/rating/four_colours.hpp"
#include "gis_io/write/pictures/preview.hpp"
#include "gis_io/write/styles/qml.hpp"

namespace sise {
namespace {

RasterDescription describe_risk(const MapRasterText& text) {
  RasterDescription description;
  description.title = text.title;
  description.bands = {{"individual risk, all units / 个人风险(全部单元)", "1/year", {}}};
  description.nodata = std::numeric_limits<double>::quiet_NaN();
  description.metadata = {{"SISE_QUANTITY", "individual_risk_per_year"}};
  description.provenance_json = text.provenance_json;
  return description;
}

std::vector<Category> rule_categories() {
  return {{0, {"none", "无"}, std::nullopt, std::nullopt, std::nullopt},
          {1, {"individual risk", "个人风险"}, std::nullopt, std::nullopt, std::nullopt},
          {2, {"overpressure", "冲击波超压"}, std::nullopt, std::nullopt, std::nullopt},
          {3, {"incomplete data", "资料不全"}, std::nullopt, std::nullopt, std::nullopt}};
}

RasterDescription describe_classes(const MapRasterText& text, const ClassScheme& scheme) {
  RasterDescription description;
  description.title = text.title;
  description.bands = {{scheme.title.en + " / " + scheme.title.zh, "", categories_of(scheme)},
                       {"governing rule / 控制规则", "", rule_categories()}};
  description.nodata =
      0.0;  // no answer, whether for want of data on a unit nearby (rule 3) or outside all data (rule 0)
  description.metadata = {{"SISE_SCHEME", scheme.id}};
  description.provenance_json = text.provenance_json;
  return description;
}

}  // namespace

class MapRasters::Store {
 public:
  Store() = default;
  virtual ~Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  virtual void add(std::int64_t first_row, std::span<const float> risk, std::span<const std::uint8_t> code,
                   std::span<const std::uint8_t> rule) = 0;
  virtual void finish() = 0;
};

class MapRasters::InMemory final : public MapRasters::Store {
 public:
  InMemory(MapRasterPaths paths, const GridSpec& grid, RasterDescription risk, RasterDescription classes,
           const CogOptions& options)
      : paths_(std::move(paths)),
        grid_(grid),
        risk_description_(std::move(risk)),
        class_description_(std::move(classes)),
        options_(options),
        risk_(grid.columns, grid.rows),
        code_(grid.columns, grid.rows),
        rule_(grid.columns, grid.rows) {}

  void add(std::int64_t first_row, std::span<const float> risk, std::span<const std::uint8_t> code,
           std::span<const std::uint8_t> rule) override {
    const auto offset = static_cast<std::ptrdiff_t>(first_row * grid_.columns);
    std::copy(risk.begin(), risk.end(), risk_.data().begin() + offset);
    std::copy(code.begin(), code.end(), code_.data().begin() + offset);
    std::copy(rule.begin(), rule.end(), rule_.data().begin() + offset);
  }

  void finish() override {
    const std::array<RasterView<const float>, 1> risk{std::as_const(risk_).view()};
    write_cog(paths_.risk, grid_, risk_description_, risk, options_);
    const std::array<RasterView<const std::uint8_t>, 2> classes{std::as_const(code_).view(),
                                                                std::as_const(rule_).view()};
    write_cog(paths_.classes, grid_, class_description_, classes, options_);
  }

 private:
  MapRasterPaths paths_;
  GridSpec grid_;
  RasterDescription risk_description_;
  RasterDescription class_description_;
  CogOptions options_;
  Raster<float> risk_;
  Raster<std::uint8_t> code_;
  Raster<std::uint8_t> rule_;
};

class MapRasters::Streamed final : public MapRasters::Store {
 public:
  Streamed(MapRasterPaths paths, const GridSpec& grid, const RasterDescription& risk, const RasterDescription& classes,
           const CogOptions& options)
      : risk_(std::move(paths.risk), grid, risk, options), classes_(std::move(paths.classes), grid, classes, options) {}

  void add(std::int64_t first_row, std::span<const float> risk, std::span<const std::uint8_t> code,
           std::span<const std::uint8_t> rule) override {
    risk_.write_rows(0, first_row, risk);
    classes_.write_rows(0, first_row, code);
    classes_.write_rows(1, first_row, rule);
  }

  void finish() override {
    risk_.finish();
    classes_.finish();
  }

 private:
  CogSink<float> risk_;
  CogSink<std::uint8_t> classes_;
};

MapRasters::MapRasters(MapRasterPaths paths, const GridSpec& grid, const ClassScheme& scheme, const MapRasterText& text,
                       std::vector<double> risk_bounds, bool in_memory, const CogOptions& options)
    : risk_bounds_(std::move(risk_bounds)), thumbnail_(grid, scheme, kPreviewMapPixels) {
  const RasterDescription risk = describe_risk(text);
  const RasterDescription classes = describe_classes(text, scheme);
  if (in_memory) {
    store_ = std::make_unique<InMemory>(std::move(paths), grid, risk, classes, options);
  } else {
    store_ = std::make_unique<Streamed>(std::move(paths), grid, risk, classes, options);
  }
}

MapRasters::~MapRasters() = default;

void MapRasters::add(const MapBand& band) {
  std::vector<float> stored;
  stored.reserve(band.risk.data().size());
  for (const double value : band.risk.data()) {
    stored.push_back(std::isnan(value) ? std::numeric_limits<float>::quiet_NaN() : stored_risk(value, risk_bounds_));
  }
  std::vector<std::uint8_t> codes(band.code.data().begin(), band.code.data().end());
  std::replace(codes.begin(), codes.end(), static_cast<std::uint8_t>(ColourCode::outside),
               static_cast<std::uint8_t>(ColourCode::no_answer));
  store_->add(band.row_begin, stored, codes, band.rule.data());
  const auto columns = static_cast<std::size_t>(band.code.columns());
  for (std::size_t start = 0; start < codes.size(); start += columns) {
    thumbnail_.add_row(std::span<const std::uint8_t>(codes).subspan(start, columns));
  }
}

void MapRasters::finish() { store_->finish(); }

}  // namespace sise
