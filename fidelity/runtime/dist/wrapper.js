// Forge's bundler puts a runtime beside the bundle, from Atlassian's servers or from here. Nothing runs this one: the sandbox is the runtime.
module.exports = {};
