// Cases for `sise eval`: one question to one model each.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis_io/read/config/config_node.hpp"
#include "models/base/error.hpp"
#include "models/catalogue/model.hpp"
#include "models/harm/harm_pack.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

/// A case as read. With problems it is answered by an error in its place; the others are answered all the same.
struct EvalCase {
  std::string id_json = "null";  ///< as it goes into the answer: a quoted text or a whole number
  std::string model_id;
  const Model* model = nullptr;
  ModelInput input;
  std::shared_ptr<const HarmPack> harm;  ///< keeps input.harm alive
  std::optional<FindQuestion> find;      ///< instead of points
  std::vector<Diagnostic> problems;
};

/// What a case may refer to by name.
struct CaseTables {
  const SubstanceTable& substances;
  std::function<HarmPack(std::string_view id)> harm_pack;  ///< throws ConfigError for an unknown id
};

/// The cases of a file: an array of tables, one table, or a table with the single key `cases` (TOML's [[cases]]).
/// `overrides` ("options.curve=mills") are applied to every case. Throws ConfigError when the file as a whole is none
/// of this or an override is malformed; what is wrong within a case stays in the case.
[[nodiscard]] std::vector<EvalCase> read_cases(const ConfigNode& root, const std::vector<std::string>& overrides,
                                               const CaseTables& tables);

}  // namespace sise
