#include "gis_io/packs/packs.hpp"
#include "gis_io/project/incident_sections.hpp"

namespace sise {
namespace {

void read_position(ConfigReader& reader, IncidentSource& source) {
  const std::string kind = reader.exactly_one({"lon", "x"}, Need::required);
  const bool degrees = kind == "lon";
  const bool metres = kind == "x";
  const auto lon = reader.number("lon", {.at_least = -180.0, .at_most = 180.0});
  const auto lat =
      reader.number("lat", {.at_least = -90.0, .at_most = 90.0}, degrees ? Need::required : Need::optional);
  const auto x = reader.number("x");
  const auto y = reader.number("y", number_rule::kAny, metres ? Need::required : Need::optional);
  if (degrees && lon && lat) source.lon_lat = LonLat{*lon, *lat};
  if (metres && x && y) source.point = Point{*x, *y};
}

void find_substance(ConfigReader& reader, Need need, IncidentSource& source) {
  source.substance_text = reader.text("substance", need).value_or("");
  if (source.substance_text.empty()) return;
  if (const Substance* substance = substances().find(source.substance_text)) {
    source.substance = substance->id;
    return;
  }
  const std::vector<std::string> near = substances().suggest(source.substance_text);
  const bool ambiguous = !substances().matches(source.substance_text).empty();
  const std::string& said = source.substance_text;
  const Text message = ambiguous ? Text{"'" + said + "' may be several substances", "'" + said + "' 对应多种物质"}
                                 : Text{"the substance '" + said + "' is not known", "未知的物质 '" + said + "'"};
  const Text remedy =
      near.empty()
          ? Text{"`sise substances` lists them; a CAS number works too", "可用 sise substances 列出; 也可用 CAS 号"}
          : Text{"Did you mean: " + join_names(near) + "?", "是否应为: " + join_names(near) + "?"};
  reader.problems().error(ambiguous ? "ambiguous_substance" : "unknown_substance", message, reader.where("substance"),
                          remedy);
}

}  // namespace

IncidentSource read_source(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  IncidentSource source;
  source.where = reader.where();
  read_position(reader, source);
  const std::string amount = reader.exactly_one({"rate_kg_s", "mass_kg", "tnt_kg"}, Need::required);
  source.rate_kg_s = reader.number("rate_kg_s", number_rule::kPositive);
  source.mass_kg = reader.number("mass_kg", number_rule::kPositive);
  source.tnt_kg = reader.number("tnt_kg", number_rule::kPositive);
  find_substance(reader, amount == "tnt_kg" ? Need::optional : Need::required, source);
  source.duration_s = reader.number("duration_s", number_rule::kPositive).value_or(source.duration_s);
  source.height_m = reader.number("height_m", number_rule::kNotNegative).value_or(source.height_m);
  reader.finish();
  return source;
}

}  // namespace sise
