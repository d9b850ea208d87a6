// The JSON Schemas of project and incident files: what the reader takes they take, what it refuses they refuse.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "gis_io/read/project/incident_config.hpp"
#include "gis_io/read/project/key_schema.hpp"
#include "gis_io/read/project/project_config.hpp"
#include "tests/app/cli.hpp"

using namespace sise;

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

const Json& schema_of(KeyedFile file) {
  static const Json kProject = Json::parse(key_schema(KeyedFile::project));
  static const Json kIncident = Json::parse(key_schema(KeyedFile::incident));
  return file == KeyedFile::project ? kProject : kIncident;
}

bool is_of_type(const std::string& type, const Json& value) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "integer") return value.is_number_integer();
  BOOST_REQUIRE_EQUAL(type, "number");
  return value.is_number();
}

bool fits(const Json& schema, const Json& value);

std::size_t fitting(const Json& schemas, const Json& value) {
  std::size_t count = 0;
  for (const Json& one : schemas) count += fits(one, value) ? 1U : 0U;
  return count;
}

bool keys_fit(const Json& schema, const Json& value) {
  for (const Json& key : schema.value("required", Json::array())) {
    if (!value.contains(key.get<std::string>())) return false;
  }
  const Json properties = schema.value("properties", Json::object());
  for (const auto& [key, member] : value.items()) {
    if (properties.contains(key)) {
      if (!fits(properties[key], member)) return false;
    } else if (schema.contains("additionalProperties")) {
      const Json& others = schema["additionalProperties"];
      if (others.is_boolean() ? !others.get<bool>() : !fits(others, member)) return false;
    }
  }
  return true;
}

/// The part of JSON Schema that the schemas use; a keyword that they do not use yet fails the test.
bool fits(const Json& schema, const Json& value) {
  for (const auto& [word, asked] : schema.items()) {
    bool holds = true;
    if (word == "type") {
      holds = asked.is_string()
                  ? is_of_type(asked, value)
                  : std::any_of(asked.begin(), asked.end(), [&](const Json& t) { return is_of_type(t, value); });
    } else if (word == "properties" || word == "required" || word == "additionalProperties") {
      holds = !value.is_object() || keys_fit(schema, value);
    } else if (word == "items") {
      holds = !value.is_array() || fitting(Json::array({asked}), value) <= 1;
      for (const Json& item : value.is_array() ? value : Json::array()) holds = holds && fits(asked, item);
    } else if (word == "enum") {
      holds = std::find(asked.begin(), asked.end(), value) != asked.end();
    } else if (word == "minimum") {
      holds = !value.is_number() || value >= asked;
    } else if (word == "exclusiveMinimum") {
      holds = !value.is_number() || value > asked;
    } else if (word == "maximum") {
      holds = !value.is_number() || value <= asked;
    } else if (word == "allOf") {
      holds = fitting(asked, value) == asked.size();
    } else if (word == "anyOf") {
      holds = fitting(asked, value) > 0;
    } else if (word == "oneOf") {
      holds = fitting(asked, value) == 1;
    } else if (word == "not") {
      holds = !fits(asked, value);
    } else {
      BOOST_TEST((word == "$schema" || word == "title" || word == "description" || word == "format"), word);
    }
    if (!holds) return false;
  }
  return true;
}

Json json_of(const ConfigNode& node) {
  using Kind = ConfigNode::Kind;
  switch (node.kind) {
    case Kind::boolean:
      return node.boolean;
    case Kind::integer:
      return node.integer;
    case Kind::number:
      return node.number;
    case Kind::text:
      return node.text;
    case Kind::date:
      return to_string(node.date);
    case Kind::array: {
      Json list = Json::array();
      for (const ConfigNode& item : node.items) list.push_back(json_of(item));
      return list;
    }
    case Kind::table: {
      Json table = Json::object();
      for (const ConfigEntry& entry : node.entries) table[entry.key] = json_of(entry.value);
      return table;
    }
    case Kind::null:
      break;
  }
  return {};
}

struct Example {
  fs::path path;
  KeyedFile kind;
  Json content;
};

std::vector<Example> examples() {
  std::vector<Example> all;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(SISE_SOURCE_DIR) / "examples")) {
    if (entry.path().extension() != ".toml") continue;
    const Json content = json_of(read_config(entry.path(), entry.path().string()));
    const bool incident = content.contains("source");
    // Settings of `sise rose` are another file.
    if (!incident && !content.contains("units")) continue;
    all.push_back({entry.path(), incident ? KeyedFile::incident : KeyedFile::project, content});
  }
  BOOST_REQUIRE_GE(all.size(), 9U);
  return all;
}

/// Calls `at` with every table of a document and its path; it may change the table.
void each_table(Json& json, const std::string& path, const std::function<void(Json&, const std::string&)>& at) {
  if (json.is_object()) {
    at(json, path);
    for (auto& [key, member] : json.items()) {
      if (member.is_structured()) each_table(member, path.empty() ? key : path + "." + key, at);
    }
    return;
  }
  for (Json& item : json) {
    if (item.is_structured()) each_table(item, path + ".[]", at);
  }
}

/// The schema of one key of a table, or ("[]") of the items of a list.
const Json* step(const Json& schema, const std::string& key) {
  std::vector<const Json*> forms{&schema};
  if (schema.contains("anyOf")) {
    forms.clear();
    for (const Json& one : schema["anyOf"]) forms.push_back(&one);
  }
  for (const Json* form : forms) {
    if (key == "[]" && form->contains("items")) return &(*form)["items"];
    if (form->contains("properties") && (*form)["properties"].contains(key)) return &(*form)["properties"][key];
    if (form->contains("additionalProperties") && (*form)["additionalProperties"].is_object())
      return &(*form)["additionalProperties"];
  }
  return nullptr;
}

const Json* subschema(const Json& schema, const std::string& path) {
  const Json* here = &schema;
  std::istringstream parts(path);
  for (std::string key; here != nullptr && std::getline(parts, key, '.');) here = step(*here, key);
  return here;
}

/// Tables in which keys are names of the user's own (boundary sets, columns with a dictionary).
bool is_open(const Json& schema, const std::string& path) {
  const Json* here = subschema(schema, path);
  if (here == nullptr) return true;
  std::vector<const Json*> forms{here};
  if (here->contains("anyOf")) {
    for (const Json& one : (*here)["anyOf"]) forms.push_back(&one);
  }
  return std::any_of(forms.begin(), forms.end(), [](const Json* form) {
    return form->contains("additionalProperties") && (*form)["additionalProperties"] != false;
  });
}

/// The keys of a table as the reader lists them when it meets one that is unlike all of them.
std::vector<std::string> listed_keys(const Diagnostic& problem) {
  const std::string prefix = "Allowed: ";
  std::vector<std::string> keys;
  if (!problem.remedy.en.starts_with(prefix)) return keys;
  std::string list = problem.remedy.en.substr(prefix.size());
  for (std::size_t at = 0; (at = list.find(", ")) != std::string::npos; list.erase(0, at + 2))
    keys.push_back(list.substr(0, at));
  keys.push_back(list);
  return keys;
}

/// Every key that the reader names for the tables of `paths` is in the schema.
void check_reader_keys(const std::function<void(const std::vector<std::string>&)>& read, KeyedFile kind,
                       const std::vector<std::string>& paths) {
  const std::string unlike = "qqqqqqqqqqqqqqqqqqqqqqqq";
  std::vector<std::string> overrides;
  for (const std::string& path : paths) overrides.push_back(path + (path.empty() ? "" : ".") + unlike + "=1");
  std::size_t tables = 0;
  try {
    read(overrides);
  } catch (const Error& error) {
    for (const Diagnostic& problem : error.diagnostics()) {
      const std::string field = problem.where.field;
      if (problem.code != "unknown_key" || !field.ends_with(unlike)) continue;
      const std::string table = field == unlike ? "" : field.substr(0, field.size() - unlike.size() - 1);
      ++tables;
      for (const std::string& key : listed_keys(problem)) {
        if (key == unlike) continue;
        const std::string path = table.empty() ? key : table + "." + key;
        BOOST_TEST((subschema(schema_of(kind), path) != nullptr), path);
      }
    }
  }
  BOOST_TEST(tables == paths.size());
}

void check_words(const Json& schema, const std::string& path) {
  const Json properties = schema.value("properties", Json::object());
  for (const auto& [key, member] : properties.items()) {
    const std::string place = path + "." + key;
    const std::string words = member.value("description", "");
    BOOST_TEST(words.find('\n') > 0U, place + " has no words: add them to data/keys/keys.toml");
    BOOST_TEST(words.find('\n') + 1 < words.size(), place + " has no words: add them to data/keys/keys.toml");
    check_words(member, place);
  }
  if (schema.value("additionalProperties", Json()).is_object())
    check_words(schema["additionalProperties"], path + ".*");
  for (const Json& one : schema.value("anyOf", Json::array())) check_words(one, path);
  if (schema.contains("items")) check_words(schema["items"], path + "[]");
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_example_fits_its_schema) {
  for (const Example& example : examples())
    BOOST_TEST(fits(schema_of(example.kind), example.content), example.path.string());
}

BOOST_AUTO_TEST_CASE(a_misspelt_key_anywhere_in_an_example_does_not_fit) {
  for (Example& example : examples()) {
    std::size_t tried = 0;
    Json& content = example.content;
    each_table(content, "", [&](Json& table, const std::string& path) {
      if (is_open(schema_of(example.kind), path)) return;
      const Json before = table;
      for (const auto& [key, value] : before.items()) {
        table = before;
        table.erase(key);
        table[key + "_x"] = value;
        BOOST_TEST(!fits(schema_of(example.kind), content), example.path.string() + ": " + path + "." + key);
        ++tried;
      }
      table = before;
    });
    BOOST_TEST(tried > 10U);
  }
}

BOOST_AUTO_TEST_CASE(a_value_of_another_kind_or_out_of_range_does_not_fit) {
  const Json sound = json_of(read_config(fs::path(SISE_SOURCE_DIR) / "examples/binjiang/project.toml", "project.toml"));
  const Json& schema = schema_of(KeyedFile::project);
  const auto with = [&](const char* pointer, const Json& value) {
    Json changed = sound;
    changed[Json::json_pointer(pointer)] = value;
    return fits(schema, changed);
  };
  BOOST_TEST(with("/grid/cell_m", 25.0));
  BOOST_TEST(!with("/grid/cell_m", "25"));
  BOOST_TEST(!with("/grid/cell_m", 0.0));
  BOOST_TEST(!with("/grid/bounds", Json::array({0, 0, 1, 1})));  // there is an area already
  BOOST_TEST(!with("/weather/temperature_K", 16.0));
  BOOST_TEST(with("/weather/wind_rose", Json{{"source", "rose.xlsx"}, {"normalise", true}}));
  BOOST_TEST(!with("/criteria/facilities", "old"));
  BOOST_TEST(!with("/units", 5));
  BOOST_TEST(with("/areas/parks", Json{{"source", "parks.gpkg"}, {"kind", "fine"}}));
  BOOST_TEST(!with("/areas/parks", Json{{"source", "parks.gpkg"}, {"knd", "fine"}}));
}

BOOST_AUTO_TEST_CASE(every_key_that_the_reader_of_projects_names_is_in_the_schema) {
  const fs::path file = fs::path(SISE_SOURCE_DIR) / "examples/binjiang/project.toml";
  check_reader_keys([&](const auto& overrides) { (void)parse_project(file, overrides); }, KeyedFile::project,
                    {"",
                     "grid",
                     "weather",
                     "units",
                     "units.fields",
                     "units.boundary",
                     "scenarios",
                     "scenarios.fields",
                     "targets",
                     "targets.fields",
                     "population",
                     "model",
                     "harm",
                     "criteria",
                     "register",
                     "register.enterprises",
                     "register.hidden_dangers",
                     "proposals",
                     "plan",
                     "rules"});
}

BOOST_AUTO_TEST_CASE(every_key_that_the_reader_of_incidents_names_is_in_the_schema) {
  for (const Example& example : examples()) {
    if (example.kind != KeyedFile::incident) continue;
    check_reader_keys([&](const auto& overrides) { (void)parse_incident(example.path, overrides); },
                      KeyedFile::incident, {"", "source", "grid", "endpoints", "shelter", "model"});
  }
}

BOOST_AUTO_TEST_CASE(every_key_has_words_in_both_languages) {
  check_words(schema_of(KeyedFile::project), "project");
  check_words(schema_of(KeyedFile::incident), "incident");
}

BOOST_AUTO_TEST_CASE(the_command_prints_the_schema) {
  const test::CliRun run = test::run_sise({"schema", "incident", "--quiet"});
  BOOST_TEST(run.exit_code == 0);
  BOOST_TEST(run.err.empty());
  BOOST_TEST(Json::parse(run.out) == schema_of(KeyedFile::incident));
  BOOST_TEST(test::run_sise({"schema", "cases"}).exit_code == 2);
}
