#include "gis_io/write/pages/map_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <string_view>

#include "gis_io/read/packs/embedded.hpp"
#include "gis_io/write/pictures/mercator_picture.hpp"
#include "gis_io/write/provenance/provenance.hpp"
#include "gis_io/write/provenance/sha256.hpp"
#include "gis_io/write/text/base64.hpp"
#include "gis_io/write/text/xml.hpp"
#include "gis_io/write/vectors/json_text.hpp"

namespace sise {
namespace {

std::string built_in(std::string_view name) { return std::string(embedded_file(name).value()); }

/// A library's file without the address of its map for debuggers, which a browser would ask for.
std::string without_source_map(std::string text) {
  const std::size_t at = text.rfind("# sourceMappingURL");
  if (at != std::string::npos && at >= 2) text.erase(at - 2);
  return text;
}

/// Leaflet's style without the pictures of markers and controls that we do not use.
std::string leaflet_style() {
  std::string css = without_source_map(built_in("leaflet/leaflet.css"));
  constexpr std::string_view kPicture = "url(images/";
  for (std::size_t at = css.find(kPicture); at != std::string::npos; at = css.find(kPicture, at))
    css.replace(at, css.find(')', at) + 1 - at, "none");
  return css;
}

/// 'sha256-...' of an inline script, as a content security policy names it.
std::string script_source(std::string_view script) {
  const std::string hex = sha256_of(script);
  std::string bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2)
    bytes.push_back(static_cast<char>(std::strtol(hex.substr(i, 2).c_str(), nullptr, 16)));
  return "'sha256-" + base64(bytes) + "'";
}

/// "https://t0.example.cn" of an address.
std::string origin_of(const std::string& address) {
  const std::size_t host = address.find("//");
  return host == std::string::npos ? std::string() : address.substr(0, address.find('/', host + 2));
}

std::string policy(const std::string& leaflet, const std::string& script, const std::string& tiles) {
  return fmt::format(
      "default-src 'none'; img-src data:{}{}; style-src 'unsafe-inline'; script-src {} {}; base-uri 'none'; "
      "form-action 'none'",
      tiles.empty() ? "" : " ", origin_of(tiles), script_source(leaflet), script_source(script));
}

template <class Items, class Append>
void append_items(std::string& json, const char* key, const Items& items, const Append& append) {
  fmt::format_to(std::back_inserter(json), ",\n\"{}\":[", key);
  bool first = true;
  for (const auto& item : items) {
    json += first ? "\n" : ",\n";
    first = false;
    append(item);
  }
  json += ']';
}

void append_ground_entry(std::string& json, const Text& label, const Rgb& rgb) {
  json += R"({"label":)";
  append_text(json, label);
  json += R"(,"colour":")" + hex_colour(rgb) + "\"}";
}

void append_ground(std::string& json, const PageGround& ground, const Projection& projection) {
  const MercatorCodes picture = mercator_codes(ground.codes, ground.scheme, projection);
  json += R"({"title":)";
  append_text(json, ground.scheme.title);
  fmt::format_to(std::back_inserter(json), R"(,"bounds":[{:.9f},{:.9f},{:.9f},{:.9f}],"legend":[)",
                 picture.south_west.lat_deg, picture.south_west.lon_deg, picture.north_east.lat_deg,
                 picture.north_east.lon_deg);
  for (const SchemeClass& c : ground.scheme.classes) {
    append_ground_entry(json, c.label, c.rgb);
    json += ',';
  }
  append_ground_entry(json, ground.scheme.no_answer_label, ground.scheme.no_answer_rgb);
  json += R"(],"image":"data:image/png;base64,)" +
          base64(class_png(picture.codes.view(), ground.scheme, "index.html")) + "\"}";
}

void append_share(std::string& json, const PageShare& share) {
  json += R"({"label":)";
  append_text(json, share.label);
  fmt::format_to(std::back_inserter(json), R"(,"colour":"{}","area_m2":{:.10g},"people":)", hex_colour(share.rgb),
                 share.area_m2);
  json += share.people ? fmt::format("{:.10g}}}", *share.people) : "null}";
}

void append_tiles(std::string& json, const ContextTiles& tiles) {
  json += ",\n\"tiles\":";
  if (tiles.address.empty()) {
    json += "null";
    return;
  }
  json += R"({"address":)";
  append_json(json, std::string_view(tiles.address));
  json += R"(,"credit":)";
  append_json(json, std::string_view(tiles.credit));
  json += '}';
}

std::string data_json(const MapPage& page) {
  const PageShapes shapes(page.extent, page.projection);
  std::string json = "{\"title\":";
  append_text(json, page.title);
  json += ",\n\"view\":" + shapes.degrees_json(page.extent) + ",\n\"origin\":" + shapes.origin_json();
  json += ",\n\"made\":";
  append_json(json, std::string_view("Sise " + std::string(git_hash())));
  std::vector<Text> notes = page.notes;
  if (!page.date.en.empty()) notes.insert(notes.begin(), page.date);
  append_items(json, "notes", notes, [&](const Text& note) { append_text(json, note); });
  json += ",\n\"ground\":";
  if (page.ground) {
    append_ground(json, *page.ground, page.projection);
  } else {
    json += "null";
  }
  append_items(json, "layers", page.layers, [&](const PageLayer& layer) { append_layer(json, layer, shapes); });
  const Bounds around = surroundings(page.extent);
  std::vector<const ContextLayer*> context;
  context.reserve(page.context.layers.size() + 1);
  for (const ContextLayer& layer : page.context.layers) context.push_back(&layer);
  const ContextLayer area{"study_area",
                          ContextKind::boundaries,
                          {"Study area", "评价范围"},
                          {{{.points = {}, .lines = {}, .polygons = page.outline}, {}}}};
  if (!page.outline.empty()) context.push_back(&area);
  append_items(json, "context", context,
               [&](const ContextLayer* layer) { append_context(json, *layer, around, shapes); });
  append_tiles(json, page.context.tiles);
  json += ",\n\"shares\":{\"title\":";
  append_text(json, page.shares.title);
  fmt::format_to(std::back_inserter(json), ",\"parts\":{}", page.shares.parts ? "true" : "false");
  append_items(json, "rows", page.shares.rows, [&](const PageShare& share) { append_share(json, share); });
  json += "},\n\"sise\":" + page.provenance_json + "}";
  return json;
}

/// JSON inside a script element: no text of the input can end the element.
std::string within_script(const std::string& json) {
  std::string out;
  out.reserve(json.size());
  for (const char c : json) {
    if (c == '<') {
      out += "\\u003c";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string map_page_html(const MapPage& page) {
  const std::string leaflet = without_source_map(built_in("leaflet/leaflet.js"));
  const std::string script = built_in("page/page.js");
  std::string html = "<!doctype html>\n<!--\n" + built_in("page/licences.txt") +
                     "-->\n<html lang=\"zh\"><head><meta charset=\"utf-8\">";
  html += R"(<meta http-equiv="Content-Security-Policy" content=")" +
          policy(leaflet, script, page.context.tiles.address) + "\">\n";
  html += R"(<meta name="viewport" content="width=device-width, initial-scale=1"><title>)" +
          xml_escaped(page.title.zh) + "</title>\n";
  html += "<style>" + leaflet_style() + built_in("page/page.css") + "</style></head>\n<body>\n";
  html += built_in("page/page.html");
  html += R"(<script type="application/json" id="sise-data">)" + within_script(data_json(page)) + "</script>\n";
  html += "<script>" + leaflet + "</script>\n<script>" + script + "</script>\n</body></html>\n";
  return html;
}

}  // namespace sise
