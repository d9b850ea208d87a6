// A model's id names its source file, its page, its tests and its benchmark, and the page's example is right.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "models/catalogue/catalogue.hpp"
#include "tests/gis_io/read/cases/case_texts.hpp"

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const fs::path kSource = SISE_SOURCE_DIR;

/// Files below a folder whose name starts with the id and goes on with one of "_" or ".".
std::vector<fs::path> files_of(const std::string& id, const fs::path& folder) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(kSource / folder)) {
    const std::string name = entry.path().filename().string();
    const bool begins = name.rfind(id, 0) == 0 && name.size() > id.size();
    if (entry.is_regular_file() && begins && (name[id.size()] == '_' || name[id.size()] == '.')) {
      found.push_back(entry.path());
    }
  }
  return found;
}

bool has_source(const std::string& id) {
  const auto files = files_of(id, "models");
  return std::any_of(files.begin(), files.end(), [&](const fs::path& file) {
    return file.filename() == id + ".cpp" && file.parent_path().filename() != "catalogue";
  });
}

std::string page_of(const std::string& id) {
  std::ifstream file(kSource / "docs" / "models" / (id + ".md"));
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The contents of the page's blocks that are fenced with ```json and this word.
std::vector<json> blocks(const std::string& page, const std::string& word) {
  const std::string open = "```json " + word + "\n";
  std::vector<json> found;
  for (std::size_t at = page.find(open); at != std::string::npos; at = page.find(open, at + 1)) {
    const std::size_t begin = at + open.size();
    found.push_back(json::parse(page.substr(begin, page.find("```", begin) - begin)));
  }
  return found;
}

void check_equal(const json& computed, const json& printed, const std::string& where) {
  if (printed.is_number()) {
    BOOST_REQUIRE_MESSAGE(computed.is_number(), where << " is no number");
    const double expected = printed.get<double>();
    BOOST_TEST(std::abs(computed.get<double>() - expected) <= 1e-9 * std::abs(expected),
               where << ": computed " << computed << ", printed " << printed);
    return;
  }
  if (!printed.is_structured()) {
    BOOST_TEST(computed == printed, where << ": computed " << computed << ", printed " << printed);
    return;
  }
  BOOST_REQUIRE_MESSAGE(computed.size() == printed.size(), where << ": computed " << computed);
  for (const auto& [key, value] : printed.items()) {
    const json& found = printed.is_array() ? computed.at(static_cast<std::size_t>(std::stoul(key))) : computed.at(key);
    check_equal(found, value, where + "/" + key);
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_model_has_source_tests_and_benchmark) {
  for (const std::string& id : sise::model_ids()) {
    BOOST_TEST(has_source(id), "models/**/" << id << ".cpp is missing");
    BOOST_TEST(!files_of(id, "tests/models").empty(), "tests/models/**/" << id << "_test.cpp is missing");
    BOOST_TEST(!files_of(id, "benchmarks/models").empty(), "benchmarks/models/**/" << id << "_bench.cpp is missing");
  }
}

BOOST_AUTO_TEST_CASE(every_model_has_a_page_that_names_its_parameters_and_outputs) {
  for (const sise::Model& model : sise::model_catalogue()) {
    const std::string page = page_of(model.descriptor.id);
    BOOST_REQUIRE_MESSAGE(!page.empty(), "docs/models/" << model.descriptor.id << ".md is missing");
    for (const sise::ModelParameter& p : model.descriptor.parameters) {
      BOOST_TEST(page.find(p.name) != std::string::npos, model.descriptor.id << ".md does not name " << p.name);
    }
    for (const sise::ModelOutput& output : model.descriptor.outputs) {
      BOOST_TEST(page.find(output.name) != std::string::npos,
                 model.descriptor.id << ".md does not name " << output.name);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_example_on_every_page_gives_the_printed_result) {
  for (const std::string& id : sise::model_ids()) {
    BOOST_TEST_CONTEXT(id) {
      const std::vector<json> cases = blocks(page_of(id), "case");
      const std::vector<json> results = blocks(page_of(id), "result");
      BOOST_REQUIRE_MESSAGE(!cases.empty(), "the page has no example");
      BOOST_REQUIRE_MESSAGE(cases.size() == results.size(), "each case needs its result");
      for (std::size_t i = 0; i < cases.size(); ++i) {
        json answer = sise::test::answers_to(cases[i].dump()).at(0);
        if (!results[i].contains("options")) answer.erase("options");  // pages leave the echo of the defaults out
        check_equal(answer, results[i], id);
      }
    }
  }
}
