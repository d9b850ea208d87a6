// Questions that make no physical sense are refused with the reason; places outside a fit get no number, with the reason.
// The cases stand in refused_cases.json with the code that is expected.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "gis_io/read/cases/eval_case.hpp"
#include "gis_io/read/config/config_node.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/write/cases/answer_cases.hpp"

namespace {

using Json = nlohmann::json;

Json refused_cases() {
  std::ifstream file(std::filesystem::path(SISE_SOURCE_DIR) / "tests/gis_io/read/cases/refused_cases.json");
  return Json::parse(file);
}

Json answer(const Json& question) {
  const sise::CaseTables tables{sise::substances(),
                                [](std::string_view id) { return sise::harm_pack(std::string(id)); }};
  const auto cases =
      sise::read_cases(sise::parse_config(question.dump(), "case.json", sise::ConfigFormat::json), {}, tables);
  return Json::parse(sise::answer_cases(cases).json).at(0);
}

/// Why there is no answer, or no number; empty where there is one.
Json refusal(const Json& answered) {
  if (answered.contains("error")) return answered.at("error");
  const Json& first = answered.at("values").at(0);
  if (!first.contains("reason")) return {{"code", ""}, {"message", ""}, {"message_zh", ""}};
  return {
      {"code", first.at("reason")}, {"message", first.at("reason_text")}, {"message_zh", first.at("reason_text_zh")}};
}

}  // namespace

BOOST_AUTO_TEST_CASE(bad_questions_are_refused_with_the_reason) {
  for (const Json& row : refused_cases()) {
    const Json answered = answer(row.at("case"));
    const Json said = refusal(answered);
    BOOST_TEST_CONTEXT(row.at("name").get<std::string>() << ": " << answered.dump()) {
      BOOST_TEST(said.at("code").get<std::string>() == row.at("code").get<std::string>());
      BOOST_TEST(!said.at("message").get<std::string>().empty());
      BOOST_TEST(!said.at("message_zh").get<std::string>().empty());
    }
  }
}
