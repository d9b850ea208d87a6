#include "gis_io/write/provenance/provenance.hpp"

#include <nlohmann/json.hpp>

#include <stdexcept>

#include "gis_io/write/provenance/sha256.hpp"
#include "models/base/version.hpp"

namespace sise {
namespace {

using Json = nlohmann::ordered_json;

Json parsed_config(const std::string& text) {
  Json config = Json::parse(text, nullptr, false);
  if (config.is_discarded()) throw std::invalid_argument("the resolved configuration is not JSON");
  return config;
}

Json inputs_json(const std::vector<InputRecord>& inputs) {
  Json list = Json::array();
  for (const InputRecord& input : inputs) list.push_back({{"path", input.path}, {"sha256", input.sha256}});
  return list;
}

Json head(const Provenance& provenance) {
  return {{"program", "sise"}, {"version", version()}, {"git_hash", git_hash()}, {"command", provenance.command}};
}

/// Text from outside may hold bytes that are not UTF-8; a manifest is written all the same.
std::string dumped(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string_view git_hash() { return SISE_GIT_HASH; }

InputRecord record_input(const std::filesystem::path& file, const std::filesystem::path& project_folder) {
  // The folder of "project.toml" is "", which absolute() refuses.
  const std::filesystem::path folder = project_folder.empty() ? "." : project_folder;
  const std::filesystem::path base = std::filesystem::weakly_canonical(std::filesystem::absolute(folder));
  const std::filesystem::path full = std::filesystem::weakly_canonical(std::filesystem::absolute(file));
  return {full.lexically_relative(base).generic_string(), sha256_of_file(file), full};
}

std::string provenance_json(const Provenance& provenance) {
  Json json = head(provenance);
  json["config"] = parsed_config(provenance.config_json);
  json["inputs"] = inputs_json(provenance.inputs);
  return dumped(json, -1);
}

std::string manifest_json(const Provenance& provenance, RunStatus status, const std::vector<OutputRecord>& outputs,
                          const std::vector<SkippedItem>& skipped) {
  Json json = head(provenance);
  json["status"] = status == RunStatus::complete ? "complete" : "partial";
  json["config"] = parsed_config(provenance.config_json);
  json["inputs"] = inputs_json(provenance.inputs);
  json["outputs"] = Json::array();
  for (const OutputRecord& output : outputs) {
    json["outputs"].push_back({{"path", output.path}, {"sha256", output.sha256}, {"bytes", output.bytes}});
  }
  json["skipped"] = Json::array();
  for (const SkippedItem& item : skipped) {
    json["skipped"].push_back({{"item", item.item}, {"reason", item.reason.en}, {"reason_zh", item.reason.zh}});
  }
  return dumped(json, 2) + "\n";
}

}  // namespace sise
