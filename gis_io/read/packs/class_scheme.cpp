#include <cmath>

#include "gis_io/read/packs/pack_source.hpp"
#include "gis_io/read/packs/packs.hpp"

namespace sise {
namespace {

Rgb rgb_of(ConfigReader& reader, std::string_view key) {
  const ConfigNode* list = reader.array(key, Need::required);
  if (list == nullptr) return {};
  Rgb rgb{};
  bool good = list->items.size() == rgb.size();
  for (std::size_t i = 0; good && i < rgb.size(); ++i) {
    const ConfigNode& item = list->items[i];
    good = item.kind == ConfigNode::Kind::integer && item.integer >= 0 && item.integer <= 255;
    if (good) rgb.at(i) = static_cast<std::uint8_t>(item.integer);
  }
  if (!good) {
    reader.problems().error(
        "bad_colour", {"a colour is three whole numbers from 0 to 255", "颜色应为三个 0 至 255 的整数"}, list->where);
  }
  return rgb;
}

SchemeClass read_class(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  SchemeClass item;
  item.id = required_text(reader, "id");
  item.code = static_cast<int>(reader.integer("code", {.at_least = 1.0, .at_most = 254.0}, Need::required).value_or(0));
  item.lower = reader.number("lower").value_or(item.lower);
  item.upper = reader.number("upper").value_or(item.upper);
  item.label = read_label(reader, "label");
  item.rgb = rgb_of(reader, "rgb");
  reader.finish();
  return item;
}

/// Neighbours share their bound, so that every value has one class; worst first means rising or falling throughout.
void check_bounds(const ClassScheme& scheme, const Location& where, Problems& problems) {
  for (std::size_t i = 0; i < scheme.classes.size(); ++i) {
    const SchemeClass& here = scheme.classes[i];
    const bool empty = !(here.lower < here.upper);
    const bool apart = i > 0 && here.upper != scheme.classes[i - 1].lower && here.lower != scheme.classes[i - 1].upper;
    const bool doubled = scheme.by_code(here.code) != &here || scheme.by_id(here.id) != &here;
    if (empty || apart || doubled) {
      problems.error("bad_classes",
                     {"class '" + here.id + "' is empty, does not join the one before it, or repeats an id or a code",
                      "分级 '" + here.id + "' 为空、与前一级不衔接, 或 id、代码重复"},
                     where);
    }
  }
}

ClassScheme read_scheme(const ConfigNode& root, Problems& problems) {
  ConfigReader reader(root, problems);
  ClassScheme scheme;
  scheme.id = required_text(reader, "id");
  scheme.title = read_label(reader, "title");
  scheme.quantity = required_text(reader, "quantity");
  scheme.unit = required_text(reader, "unit");
  scheme.source = required_text(reader, "source");
  scheme.confidence = read_confidence(reader);
  if (const ConfigNode* node = reader.table("no_answer", Need::required)) {
    ConfigReader no_answer(*node, problems);
    scheme.no_answer_label = read_label(no_answer, "label");
    scheme.no_answer_rgb = rgb_of(no_answer, "rgb");
    no_answer.finish();
  }
  if (const ConfigNode* node = reader.table("outside", Need::optional)) {
    ConfigReader outside(*node, problems);
    scheme.outside = PlainClass{read_label(outside, "label"), rgb_of(outside, "rgb")};
    outside.finish();
  }
  if (const ConfigNode* classes = reader.array("classes", Need::required)) {
    for (const ConfigNode& item : classes->items) scheme.classes.push_back(read_class(item, problems));
    check_bounds(scheme, classes->where, problems);
  }
  reader.finish();
  return scheme;
}

/// A variant has the classes of another scheme, itself no variant, in other colours.
ClassScheme read_variant(const ConfigNode& root, const std::filesystem::path& folder, Problems& problems) {
  ConfigReader reader(root, problems);
  const std::string id = required_text(reader, "id");
  const ConfigNode base = read_pack("schemes", required_text(reader, "variant_of"), folder);
  ClassScheme scheme = read_scheme(base, problems);
  scheme.id = id;
  if (const ConfigNode* node = reader.table("colours", Need::required)) {
    ConfigReader colours(*node, problems);
    for (SchemeClass& item : scheme.classes) item.rgb = rgb_of(colours, item.id);
    colours.finish();
  }
  reader.finish();
  return scheme;
}

}  // namespace

ClassScheme class_scheme(const std::string& name, const std::filesystem::path& folder) {
  const ConfigNode root = read_pack("schemes", name, folder);
  Problems problems;
  const bool variant = root.find("variant_of") != nullptr;
  ClassScheme scheme = variant ? read_variant(root, folder, problems) : read_scheme(root, problems);
  problems.throw_if_errors<ConfigError>();
  return scheme;
}

std::vector<std::string> class_scheme_ids() { return pack_ids("schemes"); }

}  // namespace sise
