#include "gis_io/write/results/map_rasters.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

#include "core/grid/stage_part.hpp"
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

/// Codes of a scheme in one band.
RasterDescription describe_codes(const MapRasterText& text, const ClassScheme& scheme, int nodata) {
  RasterDescription description;
  description.title = text.title;
  description.bands = {{scheme.title.en + " / " + scheme.title.zh, "", categories_of(scheme)}};
  description.nodata = nodata;
  description.metadata = {{"SISE_SCHEME", scheme.id}};
  description.provenance_json = text.provenance_json;
  return description;
}

/// What the three files say of themselves.
struct Descriptions {
  RasterDescription risk;
  RasterDescription classes;
  RasterDescription rules;
};

/// "No answer" is an answer and no nodata: only what lies outside the district is. There no rule has decided either.
Descriptions describe(const MapRasterText& text, const MapSchemes& schemes) {
  return {describe_risk(text), describe_codes(text, schemes.classes, ClassScheme::outside_code),
          describe_codes(text, schemes.rules, static_cast<int>(GoverningRule::none))};
}

}  // namespace

class MapRasters::Store {
 public:
  Store() = default;
  virtual ~Store() = default;
  Store(const Store&) = delete;
  Store(Store&&) = delete;
  Store& operator=(const Store&) = delete;
  Store& operator=(Store&&) = delete;
  virtual void add(std::int64_t first_row, std::span<const float> risk, std::span<const std::uint8_t> code,
                   std::span<const std::uint8_t> rule) = 0;
  virtual void finish() = 0;
};

class MapRasters::InMemory final : public MapRasters::Store {
 public:
  InMemory(MapRasterPaths paths, const GridSpec& grid, Descriptions descriptions, const CogOptions& options)
      : paths_(std::move(paths)),
        grid_(grid),
        descriptions_(std::move(descriptions)),
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
    write(0, paths_.risk, descriptions_.risk, risk_);
    write(1, paths_.classes, descriptions_.classes, code_);
    write(2, paths_.rules, descriptions_.rules, rule_);
  }

 private:
  template <class T>
  void write(int number, const std::filesystem::path& path, const RasterDescription& description,
             const Raster<T>& raster) const {
    const std::array<RasterView<const T>, 1> bands{raster.view()};
    StagePart part(options_.progress, number / 3.0, (number + 1) / 3.0);
    write_cog(path, grid_, description, bands, {options_.threads, &part});
  }

  MapRasterPaths paths_;
  GridSpec grid_;
  Descriptions descriptions_;
  CogOptions options_;
  Raster<float> risk_;
  Raster<std::uint8_t> code_;
  Raster<std::uint8_t> rule_;
};

class MapRasters::Streamed final : public MapRasters::Store {
 public:
  Streamed(const MapRasterPaths& paths, const GridSpec& grid, const Descriptions& descriptions,
           const CogOptions& options)
      : risk_(paths.risk, grid, descriptions.risk, options),
        classes_(paths.classes, grid, descriptions.classes, options),
        rules_(paths.rules, grid, descriptions.rules, options) {}

  void add(std::int64_t first_row, std::span<const float> risk, std::span<const std::uint8_t> code,
           std::span<const std::uint8_t> rule) override {
    risk_.write_rows(0, first_row, risk);
    classes_.write_rows(0, first_row, code);
    rules_.write_rows(0, first_row, rule);
  }

  void finish() override {
    risk_.finish();
    classes_.finish();
    rules_.finish();
  }

 private:
  CogSink<float> risk_;
  CogSink<std::uint8_t> classes_;
  CogSink<std::uint8_t> rules_;
};

MapRasters::MapRasters(MapRasterPaths paths, const GridSpec& grid, const MapSchemes& schemes, const MapRasterText& text,
                       std::vector<double> risk_bounds, bool in_memory, const CogOptions& options)
    : risk_bounds_(std::move(risk_bounds)), thumbnail_(grid, schemes.classes, kPreviewMapPixels) {
  Descriptions descriptions = describe(text, schemes);
  if (in_memory) {
    store_ = std::make_unique<InMemory>(std::move(paths), grid, std::move(descriptions), options);
  } else {
    store_ = std::make_unique<Streamed>(paths, grid, descriptions, options);
  }
}

MapRasters::~MapRasters() = default;

ReceiverDemand MapRasters::demand() {
  constexpr std::int64_t kCache_bytes = 32LL << 20;  // GDAL's block cache is capped at this (environment.cpp)
  constexpr std::int64_t kCopy_bytes = 40'000'000;   // to copy a raster from disk into its final layout
  return {sizeof(float) + 2 * sizeof(std::uint8_t), kCache_bytes, kCopy_bytes};
}

void MapRasters::add(const MapBand& band) {
  std::vector<float> stored;
  stored.reserve(band.risk.data().size());
  for (const double value : band.risk.data()) {
    stored.push_back(std::isnan(value) ? std::numeric_limits<float>::quiet_NaN() : stored_risk(value, risk_bounds_));
  }
  store_->add(band.row_begin, stored, band.code.data(), band.rule.data());
  for (std::int64_t row = 0; row < band.code.rows(); ++row) thumbnail_.add_row(band.code.row(row));
}

void MapRasters::finish() { store_->finish(); }

}  // namespace sise
