#include "gis_io/read/layers/crs.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <regex>

#include "gis_io/environment.hpp"
#include "gis_io/projection.hpp"
#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

constexpr int kSureMatch = 90;  ///< percent, as PROJ rates a match: same names of datum and method, same parameters

std::string as_user_input(const std::string& definition) {
  const std::string text = trimmed(definition);
  const bool digits =
      !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits ? "EPSG:" + text : text;
}

/// The registry's entry that says the same, or nullptr.
std::unique_ptr<OGRSpatialReference> registered(const OGRSpatialReference& reference) {
  int count = 0;
  int* confidence = nullptr;
  OGRSpatialReferenceH* matches = reference.FindMatches(nullptr, &count, &confidence);
  std::unique_ptr<OGRSpatialReference> best;
  // Matches come best first.
  if (count > 0 && confidence != nullptr && *confidence >= kSureMatch) {
    best.reset(OGRSpatialReference::FromHandle(*matches)->Clone());
  }
  OSRFreeSRSArray(matches);
  CPLFree(confidence);
  return best;
}

/// "gcj02" would else be an unknown CRS among many.
void refuse_misspelt_web_map(const std::string& definition, const Location& where) {
  const std::string meant = web_map_system_meant_by(definition);
  if (meant.empty() || meant == trimmed(definition)) return;
  throw InputError("unknown_crs", {"unknown CRS '" + definition + "'", "无法识别的坐标系 '" + definition + "'"}, where,
                   {"Did you mean \"" + meant + "\"?", "是否应为 \"" + meant + "\"?"});
}

/// GDAL looks a CRS up by the code that its text carries, and would take the registry's shift for the one given.
void forget_codes(OGRSpatialReference& reference) {
  if (reference.GetAuthorityCode(nullptr) == nullptr) return;
  char* wkt = nullptr;
  const std::array<const char*, 3> options{"FORMAT=WKT2_2019", "MULTILINE=NO", nullptr};
  if (reference.exportToWkt(&wkt, options.data()) == OGRERR_NONE) {
    static const std::regex kCode(R"re(,ID\["[^"]*",[^\]]*\])re");
    (void)reference.SetFromUserInput(std::regex_replace(std::string(wkt), kCode, "").c_str());
  }
  CPLFree(wkt);
}

/// Long definitions are told by their beginning.
std::string shortened(const std::string& text) {
  constexpr std::size_t kMost = 100;
  return text.size() <= kMost ? text : text.substr(0, kMost) + " ...";
}

}  // namespace

Crs::Crs(const std::string& definition, const Location& where) : reference_(std::make_shared<OGRSpatialReference>()) {
  initialise_gis();
  CPLErrorReset();
  web_map_ = web_map_system_from(trimmed(definition));
  refuse_misspelt_web_map(definition, where);
  const std::string text = web_map_ ? "EPSG:4326" : as_user_input(definition);
  said_ = trimmed(definition);
  // Files and addresses are no CRS definitions here.
  const std::array<const char*, 3> options{"ALLOW_NETWORK_ACCESS=NO", "ALLOW_FILE_ACCESS=NO", nullptr};
  if (reference_->SetFromUserInput(text.c_str(), options.data()) != OGRERR_NONE) {
    throw InputError("unknown_crs", {"unknown CRS '" + definition + "'", "无法识别的坐标系 '" + definition + "'"},
                     where,
                     {"Give a code such as \"EPSG:4549\" (CGCS2000, central meridian 120 E), or WKT",
                      "请给出代码,例如 \"EPSG:4549\"(CGCS2000,中央经线 120°E),或 WKT"});
  }
  settle();
}

Crs::Crs(const OGRSpatialReference& reference) : reference_(reference.Clone()) {
  initialise_gis();
  settle();
}

void Crs::settle() {
  reference_->StripVertical();
  // The registry's entry would drop a datum shift that the text gives.
  const bool keep = gives_datum_shift();
  if (keep) forget_codes(*reference_);
  if (!keep && reference_->GetAuthorityCode(nullptr) == nullptr) {
    if (auto better = registered(*reference_)) reference_ = std::move(better);
  }
  // The registry's own entry knows its area of use; a copy that came through a file does not.
  if (const auto code = keep ? std::nullopt : epsg()) {
    auto entry = std::make_shared<OGRSpatialReference>();
    if (entry->importFromEPSG(*code) == OGRERR_NONE) reference_ = std::move(entry);
  }
  reference_->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
}

bool Crs::is_geographic() const { return reference_->IsGeographic() != 0; }

bool Crs::is_projected() const { return reference_->IsProjected() != 0; }

double Crs::metres_per_unit() const { return reference_->GetLinearUnits(); }

double Crs::semi_major_m() const { return reference_->GetSemiMajor(); }

bool Crs::gives_datum_shift() const {
  std::array<double, 7> parameters{};
  return reference_->GetTOWGS84(parameters.data(), 7) == OGRERR_NONE ||
         reference_->GetExtension(nullptr, "PROJ4_GRIDS") != nullptr;
}

std::optional<int> Crs::epsg() const {
  if (gives_datum_shift()) return std::nullopt;
  const char* authority = reference_->GetAuthorityName(nullptr);
  const char* code = reference_->GetAuthorityCode(nullptr);
  if (authority == nullptr || code == nullptr || std::string(authority) != "EPSG") return std::nullopt;
  return std::atoi(code);
}

std::string Crs::definition() const {
  if (web_map_) return name_of(*web_map_);
  const char* authority = reference_->GetAuthorityName(nullptr);
  const char* code = reference_->GetAuthorityCode(nullptr);
  if (authority != nullptr && code != nullptr && !gives_datum_shift()) return std::string(authority) + ":" + code;
  char* wkt = nullptr;
  const std::array<const char*, 3> options{"FORMAT=WKT2_2019", "MULTILINE=NO", nullptr};
  reference_->exportToWkt(&wkt, options.data());
  std::string text = wkt == nullptr ? std::string() : std::string(wkt);
  CPLFree(wkt);
  return text;
}

std::string Crs::title() const {
  if (web_map_) return name_of(*web_map_);
  const char* name = reference_->GetName();
  const bool named = name != nullptr && std::string(name) != "unknown" && std::string(name) != "unnamed";
  const std::string readable = named ? name : (said_.empty() ? "unnamed" : "'" + shortened(said_) + "'");
  const auto code = epsg();
  return code ? "EPSG:" + std::to_string(*code) + " (" + readable + ")" : readable;
}

std::optional<AreaOfUse> Crs::area_of_use() const {
  if (web_map_) return AreaOfUse{72.004, 0.8293, 137.8347, 55.8271};  // outside there is no shift
  AreaOfUse area;
  if (!reference_->GetAreaOfUse(&area.west, &area.south, &area.east, &area.north, nullptr)) return std::nullopt;
  if (area.west < -180.0 || area.south < -90.0) return std::nullopt;  // PROJ's -1000: not known
  return area;
}

bool Crs::same_as(const Crs& other) const {
  // OGR calls two CRSs the same that differ in their shift alone.
  if (gives_datum_shift() || other.gives_datum_shift()) return definition() == other.definition();
  return web_map_ == other.web_map_ && reference_->IsSame(other.reference_.get()) != 0;
}

Crs Crs::geographic() const {
  if (web_map_) return *this;
  const std::unique_ptr<OGRSpatialReference> base(reference_->CloneGeogCS());
  return base ? Crs(*base) : *this;
}

Crs grid_crs(const std::string& definition, const Location& where) {
  if (const std::string meant = web_map_system_meant_by(definition); !meant.empty()) {
    throw ConfigError(
        "crs_not_projected",
        {"the grid cannot be in " + meant + ", which measures in degrees", "网格不能采用 " + meant + ",其单位为度"},
        where,
        {R"(Give the grid crs = "EPSG:4549" or the like, and crs = ")" + meant + "\" to the layers",
         "请为网格设 crs = \"EPSG:4549\" 之类的投影坐标系,而在图层中设 crs = \"" + meant + "\""});
  }
  (void)open_projection(definition, where);  // refuses what is not projected or not in metres
  return {definition, where};
}

}  // namespace sise
