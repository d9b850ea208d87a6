#include "tests/app/products/files.hpp"

#include <openssl/evp.h>
#include <unistd.h>

#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <fstream>
#include <sstream>

namespace sise::test {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// Twice the signed area: positive counterclockwise.
double turning(const nlohmann::json& ring) {
  double sum = 0.0;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    const double x0 = ring[0][0].get<double>();
    const double y0 = ring[0][1].get<double>();
    sum += (ring[i][0].get<double>() - x0) * (ring[i + 1][1].get<double>() - y0) -
           (ring[i + 1][0].get<double>() - x0) * (ring[i][1].get<double>() - y0);
  }
  return sum;
}

void check_polygon(const nlohmann::json& rings) {
  for (std::size_t i = 0; i < rings.size(); ++i) {
    BOOST_REQUIRE(rings[i].size() >= 4U);
    BOOST_TEST(rings[i].front() == rings[i].back());
    BOOST_TEST((turning(rings[i]) > 0.0) == (i == 0));
    for (const nlohmann::json& point : rings[i]) {
      BOOST_TEST(std::abs(point[0].get<double>() - 120.0) < 1.0);
      BOOST_TEST(std::abs(point[1].get<double>() - 31.6) < 1.0);
    }
  }
}

}  // namespace

std::map<std::string, std::string> contents_of(const fs::path& folder) {
  std::map<std::string, std::string> files;
  if (!fs::exists(folder)) return files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files[fs::relative(entry.path(), folder).string()] = content_of(entry.path());
  }
  return files;
}

std::set<std::string> names_in(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& [name, content] : contents_of(folder)) names.insert(name);
  return names;
}

std::string sha256_of(const std::string& bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr);
  std::string text;
  for (unsigned int i = 0; i < size; ++i) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    text += kDigits[digest.at(i) >> 4U];
    text += kDigits[digest.at(i) & 15U];
  }
  return text;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

void check_manifest(const fs::path& folder, const fs::path& project_folder) {
  const std::map<std::string, std::string> files = contents_of(folder);
  BOOST_REQUIRE(files.contains("manifest.json"));
  const nlohmann::json manifest = nlohmann::json::parse(files.at("manifest.json"));
  BOOST_TEST(manifest["status"] == "complete");
  std::set<std::string> named{"manifest.json"};
  for (const nlohmann::json& output : manifest["outputs"]) {
    const std::string name = output["path"];
    BOOST_REQUIRE(files.contains(name));
    BOOST_TEST(output["sha256"] == sha256_of(files.at(name)), name);
    BOOST_TEST(output["bytes"] == files.at(name).size(), name);
    named.insert(name);
  }
  BOOST_TEST(named == names_in(folder), boost::test_tools::per_element());
  BOOST_TEST(manifest["inputs"].size() > 1U);
  for (const nlohmann::json& input : manifest["inputs"]) {
    const std::string name = input["path"];
    BOOST_TEST(fs::path(name).is_relative());
    BOOST_TEST(input["sha256"] == sha256_of(content_of(project_folder / name)), name);
  }
}

void check_nothing_of_the_machine(const fs::path& folder, const fs::path& project_folder) {
  std::array<char, 256> host{};
  BOOST_REQUIRE(gethostname(host.data(), host.size() - 1) == 0);
  for (const auto& [name, content] : contents_of(folder)) {
    BOOST_TEST(!holds(content, project_folder.filename().string()), name);
    BOOST_TEST(!holds(content, project_folder.parent_path().string() + "/"), name);
    BOOST_TEST(!holds(content, "threads"), name);
    if (std::string(host.data()).size() > 4U) BOOST_TEST(!holds(content, host.data()), name);
  }
}

nlohmann::json check_rfc7946(const fs::path& file) {
  nlohmann::json document = nlohmann::json::parse(content_of(file));
  BOOST_TEST(document["type"] == "FeatureCollection");
  BOOST_TEST(!document.contains("crs"));
  for (const nlohmann::json& feature : document["features"]) {
    BOOST_TEST(feature["type"] == "Feature");
    if (feature["geometry"].is_null()) continue;
    if (feature["geometry"]["type"] == "Polygon") check_polygon(feature["geometry"]["coordinates"]);
    if (feature["geometry"]["type"] != "MultiPolygon") continue;
    for (const nlohmann::json& polygon : feature["geometry"]["coordinates"]) check_polygon(polygon);
  }
  return document;
}

nlohmann::json page_data(const std::string& html) {
  const std::string opening = "id=\"sise-data\">";
  const std::size_t begin = html.find(opening);
  BOOST_REQUIRE(begin != std::string::npos);
  const std::size_t end = html.find("</script>", begin);
  return nlohmann::json::parse(html.substr(begin + opening.size(), end - begin - opening.size()));
}

const nlohmann::json& page_layer(const nlohmann::json& data, const std::string& name) {
  for (const nlohmann::json& one : data["layers"]) {
    if (one["name"] == name) return one;
  }
  throw std::runtime_error("no layer " + name);
}

}  // namespace sise::test
