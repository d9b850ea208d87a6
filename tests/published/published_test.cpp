// Worked examples, tables and readings of charts from the literature, asked through the front door of `sise eval`.
//
// rows/*.json: one file per subject, one row per example: its name, the source with the page or number of the example, how
// sure we are of the printed figures (`seen`, or `recalled` from memory), a case, what is expected of its only point or
// of the whole case, and the tolerance: 0.01 for formulas, 0.10 to 0.15 for readings of a chart.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "gis_io/read/cases/eval_case.hpp"
#include "gis_io/read/config/config_reader.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/write/cases/answer_cases.hpp"

namespace {

using Json = nlohmann::json;

std::vector<std::filesystem::path> row_files() {
  std::vector<std::filesystem::path> files;
  const auto folder = std::filesystem::path(SISE_SOURCE_DIR) / "tests" / "published" / "rows";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

Json read(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return Json::parse(stream);
}

/// The answer of `sise eval` to one case.
Json answer(const Json& question) {
  const sise::CaseTables tables{sise::substances(),
                                [](std::string_view id) { return sise::harm_pack(std::string(id)); }};
  const std::string text = question.dump();
  const auto cases = sise::read_cases(sise::parse_config(text, "row.json", sise::ConfigFormat::json), {}, tables);
  return Json::parse(sise::answer_cases(cases).json).at(0);
}

/// Of the only point, of the case, or the distance found; NaN where there is no such number.
double number(const Json& answer, const std::string& name) {
  for (const Json& place : {answer.value("derived", Json::object()), answer.value("values", Json::array()), answer}) {
    const Json& fields = place.is_array() && !place.empty() ? place.at(0) : place;
    if (fields.contains(name) && fields.at(name).is_number()) return fields.at(name).get<double>();
  }
  return std::nan("");
}

struct Count {
  std::size_t rows = 0;
  std::size_t numbers = 0;
};

Count check_rows(const Json& rows) {
  Count count;
  for (const Json& row : rows) {
    const auto name = row.at("name").get<std::string>();
    const Json answered = answer(row.at("case"));
    BOOST_TEST_CONTEXT(name << " (" << row.at("source").get<std::string>() << "): " << answered.dump()) {
      for (const auto& [output, expected] : row.at("expected").items()) {
        const double published = expected.get<double>();
        const double computed = number(answered, output);
        BOOST_TEST(std::abs(computed - published) <= row.at("tolerance").get<double>() * std::abs(published),
                   output << ": computed " << computed << ", published " << published);
        ++count.numbers;
      }
    }
    ++count.rows;
  }
  return count;
}

/// A second computation checks us as well as a book does, but nobody has published it.
bool published(const std::filesystem::path& file) { return file.stem() != "tnt_distances"; }

}  // namespace

BOOST_AUTO_TEST_CASE(published_examples_are_reproduced) {
  Count all;
  for (const std::filesystem::path& file : row_files()) {
    const Json json = read(file);
    const Count count = check_rows(json.at("rows"));
    BOOST_TEST_MESSAGE(json.at("title").get<std::string>()
                       << ": " << count.rows << " examples, " << count.numbers << " figures");
    if (!published(file)) continue;
    all.rows += count.rows;
    all.numbers += count.numbers;
  }
  BOOST_TEST_MESSAGE("published: " << all.rows << " examples, " << all.numbers << " figures");
  BOOST_TEST(all.rows >= 80U);
}

BOOST_AUTO_TEST_CASE(every_row_has_a_name_of_its_own_a_source_and_an_honest_tolerance) {
  std::set<std::string> names;
  for (const std::filesystem::path& file : row_files()) {
    const Json json = read(file);
    for (const Json& row : json.at("rows")) {
      const auto name = row.at("name").get<std::string>();
      BOOST_TEST(names.insert(name).second, name << " stands twice");
      BOOST_TEST(row.at("source").get<std::string>().size() > 5U, name);
      BOOST_TEST(row.at("tolerance").get<double>() <= 0.15, name);
      BOOST_TEST(!row.at("expected").empty(), name);
      const auto confidence = row.at("confidence").get<std::string>();
      BOOST_TEST((confidence == "seen" || confidence == "recalled"), name);
    }
  }
}
