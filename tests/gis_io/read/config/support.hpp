// What the tests of configurations share.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "gis_io/read/config/config_node.hpp"

namespace sise {

inline ConfigNode toml(const std::string& text) { return parse_config(text, "test.toml", ConfigFormat::toml); }
inline ConfigNode json(const std::string& text) { return parse_config(text, "test.json", ConfigFormat::json); }

/// The problems that an action throws; none when it does not throw.
inline std::vector<Diagnostic> problems_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.diagnostics();
  }
  return {};
}

/// "code line:column" of every problem.
inline std::vector<std::string> summary(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> lines;
  lines.reserve(diagnostics.size());
  for (const Diagnostic& d : diagnostics) {
    lines.push_back(d.code + " " + std::to_string(d.where.line) + ":" + std::to_string(d.where.column));
  }
  return lines;
}

}  // namespace sise
